package dev.perigee.grpc.input;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages of {@code google/protobuf/struct.proto} as plain values. Their depth is what their parser let through. */
final class PlainJson {
    private PlainJson() {}

    static Map<String, @Nullable Object> of(Struct struct) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        struct.getFieldsMap().forEach((key, value) -> plain.put(key, of(value)));
        return Collections.unmodifiableMap(plain);
    }

    static List<@Nullable Object> of(ListValue list) {
        List<@Nullable Object> plain = new ArrayList<>(list.getValuesCount());
        for (Value value : list.getValuesList()) plain.add(of(value));
        return Collections.unmodifiableList(plain);
    }

    static @Nullable Object of(Value value) {
        return switch (value.getKindCase()) {
            case NULL_VALUE, KIND_NOT_SET -> null;
            case NUMBER_VALUE -> value.getNumberValue();
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> value.getBoolValue();
            case STRUCT_VALUE -> of(value.getStructValue());
            case LIST_VALUE -> of(value.getListValue());
        };
    }
}
