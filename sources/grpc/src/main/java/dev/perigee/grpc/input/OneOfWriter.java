package dev.perigee.grpc.input;

import dev.perigee.schema.CoercionException;
import dev.perigee.schema.Suggestions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A oneof from an object with one of its members. Members have presence, so a default value is written too. */
record OneOfWriter(Map<String, SingleWriter> members) implements FieldWriter {
    @Override
    public void write(@Nullable Object value, Encoding encoding) {
        if (value == null) return;
        if (!(value instanceof Map<?, ?> map)) {
            throw new CoercionException("It is " + Shown.value(value) + ", and has to be an object with one field.");
        }
        if (map.size() != 1) {
            throw new CoercionException("It has " + map.size() + " fields, and has to have exactly one of "
                    + String.join(", ", members.keySet()) + ".");
        }
        map.forEach((name, given) -> writeMember(String.valueOf(name), given, encoding));
    }

    private void writeMember(String name, @Nullable Object given, Encoding encoding) {
        SingleWriter member = members.get(name);
        if (member == null) {
            encoding.path().enter(Shown.name(name));
            throw new CoercionException("There is no such field." + Suggestions.didYouMean(name, members.keySet()));
        }
        int mark = encoding.path().enter(name);
        if (given == null && !member.writer().hasNull()) {
            throw new CoercionException("It is null, and has to have a value: it says which of the fields is meant.");
        }
        member.write(given, encoding);
        encoding.path().leave(mark);
    }
}
