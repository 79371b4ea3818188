package dev.perigee.grpc.input;

import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.api.ResourceDescriptor;
import com.google.api.ResourceProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.InputField;
import dev.perigee.grpc.graph.InputField.InputForm;
import dev.perigee.grpc.graph.InputType;
import dev.perigee.schema.CoercionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The mask of an update, from what is given of the resource: a field that is null is in it, so it is cleared. Objects are
 * gone into, lists and maps are not, since a mask replaces them as a whole. What the resource is found by is not in it.
 * Immutable.
 *
 * @see <a href="https://google.aip.dev/134">AIP-134</a>
 */
final class UpdateMask {
    private static final int PATHS = 1;
    private static final String DEFAULT_NAME_FIELD = "name";
    private static final String DEFAULT_KEY = "id";

    private final FieldDescriptor mask;
    private final InputField.Value resource;

    private UpdateMask(FieldDescriptor mask, InputField.Value resource) {
        this.mask = mask;
        this.resource = resource;
    }

    /** Null if the request has none that is to be computed. */
    static @Nullable UpdateMask of(InputType request) {
        FieldDescriptor mask = request.updateMask();
        if (mask == null) return null;
        for (InputField field : request.fields()) {
            boolean isResource = field instanceof InputField.Value value
                    && value.descriptor().equals(request.updatedResource());
            if (isResource) return new UpdateMask(mask, (InputField.Value) field);
        }
        throw new IllegalArgumentException("\"%s\" has an update mask, and no argument for %s."
                .formatted(request.name(), request.updatedResource()));
    }

    /** Nothing if no resource is given; the call is the service's to refuse then. */
    void write(Map<?, ?> values, Encoding encoding) {
        if (!(values.get(resource.name()) instanceof Map<?, ?> given)) return;
        List<String> paths = paths(given);
        if (paths.isEmpty()) {
            encoding.path().enter(resource.name());
            throw new CoercionException("It has nothing to update. Give the fields that change; null clears one.");
        }
        encoding.out().tag(mask.getNumber(), WireBuffer.DELIMITED);
        int start = encoding.beginMessage();
        for (String path : paths) Tagged.write(PATHS, ScalarWriter.STRING, path, encoding);
        encoding.endMessage(start);
    }

    private List<String> paths(Map<?, ?> given) {
        if (!(resource.form() instanceof InputForm.OfMessage of)) return List.of();
        List<String> paths = new ArrayList<>();
        for (InputField field : of.type().fields()) {
            if (given.containsKey(field.name()) && !isKey(field)) add(field, given.get(field.name()), "", paths);
        }
        return paths;
    }

    private static void add(InputField field, @Nullable Object given, String prefix, List<String> paths) {
        switch (field) {
            case InputField.Value value -> addValue(value, given, prefix, paths);
            case InputField.Entries map -> paths.add(prefix + map.descriptor().getName());
            case InputField.JsonMap map -> paths.add(prefix + map.descriptor().getName());
            case InputField.OneOf oneOf -> addMember(oneOf, given, prefix, paths);
        }
    }

    private static void addValue(InputField.Value field, @Nullable Object given, String prefix, List<String> paths) {
        String path = prefix + field.descriptor().getName();
        boolean isObject = field.form() instanceof InputForm.OfMessage
                && !field.descriptor().isRepeated();
        int before = paths.size();
        if (isObject && given instanceof Map<?, ?> map && field.form() instanceof InputForm.OfMessage of) {
            for (InputField inner : of.type().fields()) {
                if (map.containsKey(inner.name())) add(inner, map.get(inner.name()), path + ".", paths);
            }
        }
        if (paths.size() == before) paths.add(path);
    }

    /** A oneof that is null has all its members cleared: which of them is set, only the service knows. */
    private static void addMember(InputField.OneOf oneOf, @Nullable Object given, String prefix, List<String> paths) {
        for (InputField.Value member : oneOf.members().values()) {
            if (!(given instanceof Map<?, ?> map))
                paths.add(prefix + member.descriptor().getName());
            else if (map.containsKey(member.name())) addValue(member, map.get(member.name()), prefix, paths);
        }
    }

    /** Whether a resource is found by the field: as its annotations say, or by the name {@code id} where it has none. */
    private boolean isKey(InputField field) {
        if (!(field instanceof InputField.Value value)) return false;
        FieldDescriptor descriptor = value.descriptor();
        if (descriptor
                .getOptions()
                .getExtension(FieldBehaviorProto.fieldBehavior)
                .contains(FieldBehavior.IDENTIFIER)) {
            return true;
        }
        Descriptor message = descriptor.getContainingType();
        if (!message.getOptions().hasExtension(ResourceProto.resource))
            return descriptor.getName().equals(DEFAULT_KEY);
        ResourceDescriptor annotation = message.getOptions().getExtension(ResourceProto.resource);
        String nameField = annotation.getNameField();
        return descriptor.getName().equals(nameField.isEmpty() ? DEFAULT_NAME_FIELD : nameField);
    }
}
