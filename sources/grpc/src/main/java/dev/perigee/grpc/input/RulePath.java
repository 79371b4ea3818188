package dev.perigee.grpc.input;

import build.buf.validate.FieldPath;
import build.buf.validate.FieldPathElement;
import dev.perigee.grpc.graph.InputField;
import dev.perigee.grpc.graph.InputField.InputForm;
import dev.perigee.grpc.graph.InputType;
import org.jspecify.annotations.Nullable;

/** The path of a violation as text: in the names of arguments where there are any, else in those of the IDL. */
final class RulePath {
    private final StringBuilder text = new StringBuilder();
    private @Nullable InputType type;

    private RulePath(@Nullable InputType type, @Nullable String argument) {
        this.type = type;
        if (argument != null) text.append(argument);
    }

    /** @param type what the path begins in; null for the names of the IDL */
    static String text(FieldPath path, @Nullable InputType type, @Nullable String argument) {
        RulePath graph = new RulePath(type, argument);
        for (FieldPathElement element : path.getElementsList()) graph.add(element);
        return graph.text.toString();
    }

    private void add(FieldPathElement element) {
        InputType within = type;
        InputField field = within == null ? null : find(element, within);
        type = null;
        switch (field) {
            case null -> name(element.getFieldName());
            case InputField.Value value -> enter(value);
            case InputField.Entries map -> enter(map.name(), map.value());
            case InputField.JsonMap map -> enter(map.name(), map.value());
            case InputField.OneOf oneOf -> {
                name(oneOf.name());
                for (InputField.Value member : oneOf.members().values()) {
                    if (member.descriptor().getNumber() == element.getFieldNumber()) enter(member);
                }
            }
        }
        subscript(element);
    }

    /** Of a oneof itself the path has its name alone. */
    private static @Nullable InputField find(FieldPathElement element, InputType type) {
        int number = element.getFieldNumber();
        for (InputField field : type.fields()) {
            boolean isIt = switch (field) {
                case InputField.Value value -> value.descriptor().getNumber() == number;
                case InputField.Entries map -> map.descriptor().getNumber() == number;
                case InputField.JsonMap map -> map.descriptor().getNumber() == number;
                case InputField.OneOf oneOf ->
                    number == 0
                            ? oneOf.descriptor().getName().equals(element.getFieldName())
                            : oneOf.members().values().stream()
                                    .anyMatch(member -> member.descriptor().getNumber() == number);
            };
            if (isIt) return field;
        }
        return null;
    }

    private void enter(InputField.Value field) {
        enter(field.name(), field.form());
    }

    private void enter(String name, InputForm form) {
        name(name);
        if (form instanceof InputForm.OfMessage of) type = of.type();
    }

    private void name(String name) {
        if (!text.isEmpty()) text.append('.');
        text.append(name);
    }

    private void subscript(FieldPathElement element) {
        switch (element.getSubscriptCase()) {
            case INDEX -> text.append('[').append(element.getIndex()).append(']');
            case BOOL_KEY -> text.append('[').append(element.getBoolKey()).append(']');
            case INT_KEY -> text.append('[').append(element.getIntKey()).append(']');
            case UINT_KEY ->
                text.append('[')
                        .append(Long.toUnsignedString(element.getUintKey()))
                        .append(']');
            case STRING_KEY ->
                text.append('[').append(Shown.value(element.getStringKey())).append(']');
            case SUBSCRIPT_NOT_SET -> {}
        }
    }
}
