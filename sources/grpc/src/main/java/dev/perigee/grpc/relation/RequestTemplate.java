package dev.perigee.grpc.relation;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shape of a request, or of a part of it: bindings by the messages that their fields are in. Immutable. */
final class RequestTemplate {
    private final List<Binding> bindings;
    private final Part root;

    private RequestTemplate(List<Binding> bindings, Part root) {
        this.bindings = bindings;
        this.root = root;
    }

    static RequestTemplate of(List<Binding> bindings) {
        Part root = new Part(null, -1, new LinkedHashMap<>());
        for (int i = 0; i < bindings.size(); i++) root.add(bindings.get(i).target(), i);
        return new RequestTemplate(bindings, root);
    }

    boolean readsParent() {
        return bindings.stream().anyMatch(binding -> binding.source() instanceof ValueSource.Parent);
    }

    /** The bytes; null where the parent lacks what the call needs. */
    @Nullable ByteString write(SourceValues values) {
        @Nullable Object[] bound = new Object[bindings.size()];
        for (int i = 0; i < bound.length; i++) {
            Binding binding = bindings.get(i);
            bound[i] = values.of(binding);
            if (bound[i] == null && binding.source() instanceof ValueSource.Parent from && !from.isOptional())
                return null;
        }
        return root.write(bound);
    }

    /**
     * A field of the request.
     *
     * @param field null for the request itself
     * @param binding its position, -1 of a message with fields in it
     */
    private record Part(@Nullable FieldDescriptor field, int binding, Map<FieldDescriptor, Part> parts) {
        void add(List<FieldDescriptor> path, int index) {
            FieldDescriptor first = path.getFirst();
            if (path.size() == 1) {
                parts.put(first, new Part(first, index, Map.of()));
                return;
            }
            parts.computeIfAbsent(first, field -> new Part(field, -1, new LinkedHashMap<>()))
                    .add(path.subList(1, path.size()), index);
        }

        ByteString write(@Nullable Object[] bound) {
            return ValueWriter.written(out -> {
                for (Map.Entry<FieldDescriptor, Part> part : parts.entrySet()) {
                    write(out, part.getKey(), part.getValue(), bound);
                }
            });
        }

        private static void write(CodedOutputStream out, FieldDescriptor field, Part part, @Nullable Object[] bound)
                throws IOException {
            if (part.binding < 0) {
                ByteString message = part.write(bound);
                if (!message.isEmpty()) ValueWriter.writeMessage(out, field, message);
                return;
            }
            Object value = bound[part.binding];
            if (value != null) ValueWriter.write(out, field, value);
        }
    }
}
