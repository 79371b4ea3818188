package dev.perigee.graphql;

import dev.perigee.data.ClientException;
import dev.perigee.data.PartWriter;
import dev.perigee.data.SelectedField;
import dev.perigee.json.JsonWriter;
import dev.perigee.schema.EnumType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values of a reply as a response has them. Nothing of a remote is believed: what is not of its type is an error. For
 * one value.
 */
final class ShapeWriter {
    private final JsonWriter out;
    private final PartWriter.Errors errors;
    private final List<Object> path = new ArrayList<>();

    ShapeWriter(JsonWriter out, PartWriter.Errors errors) {
        this.out = out;
        this.errors = errors;
    }

    /** Where null may not be, false: what was written does not count then. */
    boolean write(SelectedField field, Shape shape, @Nullable Object value) {
        if (value == null) return shape.isNonNull() ? fail(field, shape, nullNotAllowed(field)) : writeNull();
        if (value instanceof RuntimeException failure) return fail(field, shape, failure);
        int start = out.position();
        boolean isGood = switch (shape) {
            case Shape.Items items -> value instanceof List<?> list && writeItems(field, items, list);
            case Shape.Objects objects -> value instanceof Map<?, ?> map && writeObject(objects, map);
            case Shape.Leaf leaf -> writeLeaf(leaf, value);
        };
        if (isGood) return true;
        out.rewind(start);
        if (!isOfKind(shape, value)) return fail(field, shape, UpstreamErrors.malformed());
        return !shape.isNonNull() && writeNull();
    }

    private static RuntimeException nullNotAllowed(SelectedField field) {
        return new ClientException(
                "NULL_NOT_ALLOWED",
                "Cannot return null for non-nullable field "
                        + field.definition().coordinate() + ".");
    }

    /** Whether what is wrong with it has been told of something in it. */
    private static boolean isOfKind(Shape shape, Object value) {
        return switch (shape) {
            case Shape.Items items -> value instanceof List<?>;
            case Shape.Objects objects -> value instanceof Map<?, ?> map && entriesOf(objects, map) != null;
            case Shape.Leaf leaf -> false;
        };
    }

    private boolean fail(SelectedField field, Shape shape, Throwable cause) {
        errors.add(field, List.copyOf(path), cause);
        return !shape.isNonNull() && writeNull();
    }

    private boolean writeNull() {
        out.writeNull();
        return true;
    }

    private boolean writeItems(SelectedField field, Shape.Items shape, List<?> items) {
        out.raw('[');
        boolean isGood = true;
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) out.raw(',');
            path.add(i);
            isGood &= write(field, shape.item(), items.get(i));
            path.removeLast();
        }
        out.raw(']');
        return isGood;
    }

    private static Shape.@Nullable Entries entriesOf(Shape.Objects shape, Map<?, ?> object) {
        if (shape.only() != null) return shape.only();
        return object.get("__typename") instanceof String name ? shape.byType().get(name) : null;
    }

    private boolean writeObject(Shape.Objects shape, Map<?, ?> object) {
        Shape.Entries entries = entriesOf(shape, object);
        return entries != null && writeEntries(entries, object);
    }

    private boolean writeEntries(Shape.Entries entries, Map<?, ?> object) {
        char before = '{';
        boolean isGood = true;
        for (Shape.Entry entry : entries.entries()) {
            out.writeName(before, entry.name());
            before = ',';
            path.add(entry.field().responseName());
            isGood &= writeEntry(entry, object);
            path.removeLast();
        }
        if (before == '{') out.raw('{');
        out.raw('}');
        return isGood;
    }

    private boolean writeEntry(Shape.Entry entry, Map<?, ?> object) {
        Shape shape = entry.shape();
        if (shape == null) {
            out.writeString(entry.typeName());
            return true;
        }
        Object value = object.get(entry.key());
        if (value == null && !object.containsKey(entry.key())) value = UpstreamErrors.malformed();
        return write(entry.field(), shape, value);
    }

    private boolean writeLeaf(Shape.Leaf leaf, Object value) {
        switch (leaf.type().name()) {
            case "Int" -> {
                if (!(value instanceof Integer number)) return false;
                out.writeInt(number);
            }
            case "Float" -> {
                if (!(value instanceof Number)) return false;
                out.writeValue(value);
            }
            case "Boolean" -> {
                if (!(value instanceof Boolean flag)) return false;
                out.writeBoolean(flag);
            }
            case "String" -> {
                if (!(value instanceof String text)) return false;
                out.writeString(text);
            }
            case "ID" -> {
                boolean isId = value instanceof String || value instanceof Number && !(value instanceof BigDecimal);
                if (!isId) return false;
                out.writeString(value.toString());
            }
            default -> {
                boolean isWrong = leaf.type() instanceof EnumType names
                        && !(value instanceof String name && names.value(name) != null);
                if (isWrong) return false;
                out.writeValue(value);
            }
        }
        return true;
    }
}
