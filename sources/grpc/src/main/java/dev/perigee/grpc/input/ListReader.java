package dev.perigee.grpc.input;

import dev.perigee.schema.CoercionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of a list; a null among them stays, for the encoder to refuse where it is no value. */
record ListReader(ValueReader item) implements ValueReader {
    @Override
    public Object read(Object json, InputPath path) {
        if (!(json instanceof List<?> items)) {
            throw new CoercionException("It is " + Shown.value(json) + ", and has to be a list.");
        }
        List<@Nullable Object> values = new ArrayList<>(items.size());
        for (Object each : items) {
            int mark = path.enter(values.size());
            values.add(each == null ? null : item.read(each, path));
            path.leave(mark);
        }
        return Collections.unmodifiableList(values);
    }
}
