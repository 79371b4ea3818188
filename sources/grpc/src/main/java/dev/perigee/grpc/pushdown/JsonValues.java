package dev.perigee.grpc.pushdown;

import com.google.protobuf.ByteString;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arguments as {@code google.protobuf.Struct}, in the forms that ProtoJSON has for values. */
final class JsonValues {
    /** Beyond it, not every whole number is one of JSON: those are texts, as 64-bit numbers are in ProtoJSON. */
    private static final long LARGEST_EXACT = 1L << 53;

    private JsonValues() {}

    static Struct struct(Map<?, ?> values) {
        Struct.Builder struct = Struct.newBuilder();
        values.forEach((name, value) -> struct.putFields(String.valueOf(name), value(value)));
        return struct.build();
    }

    private static Value value(@Nullable Object value) {
        Value.Builder written = Value.newBuilder();
        return switch (value) {
            case null -> written.setNullValue(NullValue.NULL_VALUE).build();
            case Boolean truth -> written.setBoolValue(truth).build();
            case Integer number -> written.setNumberValue(number).build();
            case Long number
            when Math.abs(number) <= LARGEST_EXACT ->
                written.setNumberValue(number).build();
            case Double number -> written.setNumberValue(number).build();
            case Float number -> written.setNumberValue(number).build();
            case List<?> list -> written.setListValue(list(list)).build();
            case Map<?, ?> map -> written.setStructValue(struct(map)).build();
            case byte[] bytes ->
                written.setStringValue(Base64.getEncoder().encodeToString(bytes))
                        .build();
            case ByteString bytes -> value(bytes.toByteArray());
            default -> written.setStringValue(value.toString()).build();
        };
    }

    private static ListValue list(List<?> items) {
        ListValue.Builder list = ListValue.newBuilder();
        for (Object item : items) list.addValues(value(item));
        return list.build();
    }

    /** Numbers as Double, as JSON has them. */
    static Map<String, @Nullable Object> map(Struct struct) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        struct.getFieldsMap().forEach((name, value) -> values.put(name, plain(value)));
        return Collections.unmodifiableMap(values);
    }

    private static @Nullable Object plain(Value value) {
        return switch (value.getKindCase()) {
            case BOOL_VALUE -> value.getBoolValue();
            case NUMBER_VALUE -> value.getNumberValue();
            case STRING_VALUE -> value.getStringValue();
            case STRUCT_VALUE -> map(value.getStructValue());
            case LIST_VALUE -> {
                List<@Nullable Object> items = new ArrayList<>();
                for (Value item : value.getListValue().getValuesList()) items.add(plain(item));
                yield Collections.unmodifiableList(items);
            }
            case NULL_VALUE, KIND_NOT_SET -> null;
        };
    }
}
