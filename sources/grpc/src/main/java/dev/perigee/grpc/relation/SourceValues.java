package dev.perigee.grpc.relation;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.data.Arguments;
import dev.perigee.data.ClientException;
import dev.perigee.data.Headers;
import dev.perigee.grpc.graph.EnumShape;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that bindings have for one parent. */
record SourceValues(@Nullable Object parent, Arguments arguments, Headers headers, MessageReader reader) {
    /** In the forms of {@link Values}, a List for a list; null where there is none. */
    @Nullable Object of(Binding binding) {
        return switch (binding.source()) {
            case ValueSource.Constant constant -> constant.value();
            case ValueSource.Header header -> headers.first(header.name());
            case ValueSource.Parent from -> parent == null ? null : from.value().read(parent, reader);
            case ValueSource.Argument argument -> ofArgument(argument, binding.field());
        };
    }

    private @Nullable Object ofArgument(ValueSource.Argument argument, FieldDescriptor target) {
        Object value = arguments.get(argument.names().getFirst());
        for (String name : argument.names().subList(1, argument.names().size())) {
            value = value instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return value == null ? null : coerced(value, argument, target);
    }

    private Object coerced(Object value, ValueSource.Argument argument, FieldDescriptor target) {
        FieldDescriptor scalar = Values.scalar(target);
        return switch (value) {
            case List<?> list ->
                list.stream().map(item -> coerced(item, argument, target)).toList();
            case byte[] bytes -> ByteString.copyFrom(bytes);
            case BigInteger big -> Values.shorten(big);
            case Integer number -> Long.valueOf(number);
            case String text
            when ValueKind.of(target).basic() == ValueKind.Basic.INTEGER -> number(text, argument, scalar);
            case Object name
            when ValueKind.of(target).basic() == ValueKind.Basic.ENUM -> number(name, argument.enumType(), scalar);
            default -> value;
        };
    }

    private static Object number(String text, ValueSource.Argument argument, FieldDescriptor target) {
        // Longer than any number that a field can have: not worth reading
        if (text.length() <= 20 && text.matches("-?[0-9]+")) return Values.shorten(new BigInteger(text));
        String name = String.join(".", argument.names());
        throw new ClientException(
                "BAD_USER_INPUT",
                "Argument \"" + name + "\" is not a whole number, as " + target.getFullName() + " is.");
    }

    private static Object number(Object name, @Nullable EnumShape shape, FieldDescriptor target) {
        EnumValueDescriptor value = shape == null ? null : shape.value(name.toString());
        if (value == null) value = target.getEnumType().findValueByName(name.toString());
        if (value == null)
            throw new IllegalStateException(
                    name + " is no value of " + target.getEnumType().getFullName());
        return Long.valueOf(value.getNumber());
    }
}
