package dev.perigee.grpc.input;

import dev.perigee.schema.CoercionException;
import java.util.Map;

/** A message, or the one member of a oneof, from an object. */
record MessageReader(InputReader fields) implements ValueReader {
    @Override
    public Object read(Object json, InputPath path) {
        if (!(json instanceof Map<?, ?> map)) {
            throw new CoercionException("It is " + Shown.value(json) + ", and has to be an object.");
        }
        path.descend();
        Map<?, ?> values = fields.read(map, path);
        path.ascend();
        return values;
    }

    /** Not the fields: a message may contain itself. */
    @Override
    public String toString() {
        return "MessageReader";
    }
}
