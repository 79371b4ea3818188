package dev.perigee.service;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import dev.perigee.data.ClientException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads selections from requests. */
final class SelectionReader {
    private SelectionReader() {}

    /** A field that holds selections: of each, a name and further ones. */
    private record Shape(FieldDescriptor field, FieldDescriptor name, FieldDescriptor below) {
        static @Nullable Shape of(FieldDescriptor field) {
            if (!field.isRepeated() || field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) return null;
            FieldDescriptor name = field.getMessageType().findFieldByName("name");
            if (name == null || name.isRepeated() || name.getJavaType() != FieldDescriptor.JavaType.STRING) return null;
            for (FieldDescriptor below : field.getMessageType().getFields()) {
                boolean isSame = below.isRepeated()
                        && below.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                        && below.getMessageType() == field.getMessageType();
                if (isSame) return new Shape(field, name, below);
            }
            return null;
        }
    }

    static Selections read(MessageOrBuilder request) {
        for (FieldDescriptor field : request.getDescriptorForType().getFields()) {
            Shape shape = Shape.of(field);
            if (shape != null) return read(request, shape);
        }
        for (FieldDescriptor field : request.getDescriptorForType().getFields()) {
            boolean isMask = !field.isRepeated()
                    && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                    && field.getMessageType().getFullName().equals("google.protobuf.FieldMask");
            if (isMask && request.getField(field) instanceof FieldMask mask) return Selections.of(mask);
        }
        return Selections.ALL;
    }

    private static Selections read(MessageOrBuilder request, Shape shape) {
        Tree tree = new Tree();
        tree.addAll(items(request, shape.field), shape, 1);
        return tree.selections();
    }

    private static List<?> items(MessageOrBuilder message, FieldDescriptor field) {
        return (List<?>) message.getField(field);
    }

    /** Selections in the making: what is asked for twice is asked for once, with all that was said of it. */
    static final class Tree {
        private final Map<String, Tree> fields = new LinkedHashMap<>();
        private final int[] count;
        private boolean isWhole;

        Tree() {
            this(new int[1]);
        }

        private Tree(int[] count) {
            this.count = count;
        }

        private void addAll(List<?> items, Shape shape, int depth) {
            if (items.isEmpty()) isWhole = true;
            for (Object item : items) {
                Message selection = (Message) item;
                Tree below = add((String) selection.getField(shape.name), depth);
                below.addAll(items(selection, shape.below), shape, depth + 1);
            }
        }

        void addPath(String path) {
            Tree at = this;
            int depth = 1;
            for (String name : path.split("\\.", -1)) at = at.add(name, depth++);
            at.isWhole = true;
        }

        private Tree add(String name, int depth) {
            if (name.isEmpty()) throw new ClientException("BAD_USER_INPUT", "A selection has a field without a name.");
            if (depth > Selections.MAX_DEPTH) throw tooMuch("nested deeper than " + Selections.MAX_DEPTH + " levels");
            if (++count[0] > Selections.MAX_FIELDS) throw tooMuch("of more than " + Selections.MAX_FIELDS + " fields");
            return fields.computeIfAbsent(name, n -> new Tree(count));
        }

        private static ClientException tooMuch(String what) {
            return new ClientException("LIMIT_EXCEEDED", "The selection is " + what + ". Ask for less at once.");
        }

        Selections selections() {
            Map<String, Selections> below = new LinkedHashMap<>();
            fields.forEach((name, tree) -> below.put(name, tree.selections()));
            return new Selections(isWhole || fields.isEmpty(), below);
        }
    }
}
