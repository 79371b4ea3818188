package dev.perigee.service;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Sets one field of a message in the making. Immutable; shared by all requests. */
@FunctionalInterface
interface FieldSetter {
    /** @param value of the field's Java type, of a repeated one the list of them */
    void set(Message.Builder builder, Object value);

    /** By the method of the generated class; where there is none to be used, by the descriptor. */
    static FieldSetter of(Message.Builder builder, FieldDescriptor field) {
        Class<?> parameter = field.isRepeated() ? Iterable.class : parameter(builder, field);
        MethodHandle method = parameter == null ? null : method(builder.getClass(), field, parameter);
        return method == null ? (target, value) -> target.setField(field, value) : by(method);
    }

    private static FieldSetter by(MethodHandle method) {
        return (builder, value) -> {
            try {
                method.invokeExact(builder, value);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("A setter of a generated class failed", e); // none declares any
            }
        };
    }

    private static @Nullable MethodHandle method(Class<?> builder, FieldDescriptor field, Class<?> parameter) {
        String name = (field.isRepeated() ? "addAll" : "set") + camelCase(field.getName());
        try {
            FieldSetter.class.getModule().addReads(builder.getModule());
            return MethodHandles.publicLookup()
                    .findVirtual(builder, name, MethodType.methodType(builder, parameter))
                    .asType(MethodType.methodType(void.class, Message.Builder.class, Object.class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null; // of a message without a class, or with another name for the method
        }
    }

    private static @Nullable Class<?> parameter(Message.Builder builder, FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case INT -> int.class;
            case LONG -> long.class;
            case FLOAT -> float.class;
            case DOUBLE -> double.class;
            case BOOLEAN -> boolean.class;
            case STRING -> String.class;
            case BYTE_STRING -> ByteString.class;
            case ENUM -> null; // values come as descriptors
            case MESSAGE ->
                builder.newBuilderForField(field).getDefaultInstanceForType().getClass();
        };
    }

    /** As protoc names methods: {@code user_name2x} is {@code UserName2X}. */
    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        boolean isNextUpper = true;
        for (char c : name.toCharArray()) {
            if (c != '_') camel.append(isNextUpper ? Character.toUpperCase(c) : c);
            isNextUpper = c == '_' || Character.isDigit(c);
        }
        return camel.toString();
    }
}
