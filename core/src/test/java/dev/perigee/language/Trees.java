package dev.perigee.language;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Collectors;

/** Trees as text without locations, to compare and to read: {@code (Field name=id)}. What is empty is left out. */
public final class Trees {
    private Trees() {}

    public static String describe(Object node) {
        return switch (node) {
            case Node record -> describeNode(record);
            case List<?> list -> list.stream().map(Trees::describe).collect(Collectors.joining(" ", "[", "]"));
            case String text -> StringLiteral.quoted(text);
            default -> node.toString();
        };
    }

    private static String describeNode(Node node) {
        StringBuilder text = new StringBuilder("(").append(node.getClass().getSimpleName());
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            Object value = get(node, component);
            if (value == null || value instanceof Location || value.equals(List.of())) continue;
            text.append(' ').append(component.getName()).append('=').append(describe(value));
        }
        return text.append(')').toString();
    }

    private static Object get(Node node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
