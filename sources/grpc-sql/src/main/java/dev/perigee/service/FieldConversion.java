package dev.perigee.service;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From the value of a component to the value of a field. Immutable; shared by all requests. */
@FunctionalInterface
interface FieldConversion {
    Set<Class<?>> WHOLE = Set.of(Byte.class, Short.class, Integer.class, Long.class);
    Set<Class<?>> TEXTUAL =
            Set.of(String.class, UUID.class, LocalDate.class, LocalTime.class, LocalDateTime.class, Instant.class);
    Set<String> WRAPPERS = Set.of(
            "DoubleValue",
            "FloatValue",
            "Int64Value",
            "UInt64Value",
            "Int32Value",
            "UInt32Value",
            "BoolValue",
            "StringValue",
            "BytesValue");

    /** @throws RuntimeException if the value does not fit: it is too great, or no constant of the enum */
    Object convert(Object value);

    /**
     * The conversion from a type of components to a field that is not repeated, null if there is none.
     *
     * @param builder of the message that has the field
     */
    static @Nullable FieldConversion of(Class<?> component, FieldDescriptor field, Message.Builder builder) {
        Class<?> type = MethodType.methodType(component).wrap().returnType();
        return switch (field.getJavaType()) {
            case INT -> WHOLE.contains(type) ? value -> Math.toIntExact(((Number) value).longValue()) : null;
            case LONG -> WHOLE.contains(type) ? value -> ((Number) value).longValue() : null;
            case FLOAT -> Number.class.isAssignableFrom(type) ? value -> ((Number) value).floatValue() : null;
            case DOUBLE -> Number.class.isAssignableFrom(type) ? value -> ((Number) value).doubleValue() : null;
            case BOOLEAN -> type == Boolean.class ? value -> value : null;
            case STRING -> text(type);
            case BYTE_STRING -> type == byte[].class ? value -> ByteString.copyFrom((byte[]) value) : null;
            case ENUM -> constant(type, field.getEnumType());
            case MESSAGE -> message(type, field, builder);
        };
    }

    private static @Nullable FieldConversion text(Class<?> type) {
        if (type == String.class) return value -> value;
        if (type == BigDecimal.class) return value -> ((BigDecimal) value).toPlainString();
        if (type.isEnum()) return value -> ((Enum<?>) value).name();
        return TEXTUAL.contains(type) || WHOLE.contains(type) ? Object::toString : null;
    }

    /** By name, with the name of the enum in front or without it; numbers by number. */
    private static @Nullable FieldConversion constant(Class<?> type, EnumDescriptor target) {
        if (type == Integer.class) return value -> target.findValueByNumberCreatingIfUnknown((Integer) value);
        if (!type.isEnum() && type != String.class) return null;
        String prefix =
                target.getName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) + "_";
        Map<String, EnumValueDescriptor> constants = new HashMap<>();
        for (EnumValueDescriptor constant : target.getValues()) {
            String name = constant.getName();
            constants.putIfAbsent(name, constant);
            if (name.startsWith(prefix)) constants.putIfAbsent(name.substring(prefix.length()), constant);
        }
        return value -> {
            String name = value instanceof Enum<?> constant ? constant.name() : (String) value;
            EnumValueDescriptor found = constants.get(name);
            if (found == null) throw new IllegalArgumentException(target.getFullName() + " has no value for " + name);
            return found;
        };
    }

    private static @Nullable FieldConversion message(Class<?> type, FieldDescriptor field, Message.Builder builder) {
        Descriptor target = field.getMessageType();
        if (!target.getFile().getPackage().equals("google.protobuf")) return null;
        if (target.getName().equals("Timestamp")) return timestamp(type);
        if (!WRAPPERS.contains(target.getName())) return null;
        FieldDescriptor wrapped = target.findFieldByName("value");
        Message.Builder wrapper = builder.newBuilderForField(field);
        FieldConversion inner = of(type, wrapped, wrapper);
        Message prototype = wrapper.getDefaultInstanceForType();
        return inner == null
                ? null
                : value -> prototype
                        .newBuilderForType()
                        .setField(wrapped, inner.convert(value))
                        .build();
    }

    /** A date and time without a zone is taken as of UTC. */
    private static @Nullable FieldConversion timestamp(Class<?> type) {
        if (type == Instant.class) return value -> timestamp((Instant) value);
        return type == LocalDateTime.class
                ? value -> timestamp(((LocalDateTime) value).toInstant(ZoneOffset.UTC))
                : null;
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
