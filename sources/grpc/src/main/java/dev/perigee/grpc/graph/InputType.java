package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A protobuf message as an input object type, or as the arguments of a field. Messages may contain themselves. Immutable
 * once made.
 */
public final class InputType {
    private final String name;
    private final Descriptor descriptor;
    private Map<String, InputField> fields = Map.of();
    private List<InputField> all = List.of();
    private @Nullable UpdatedResource update;

    /** To be {@link #complete completed} before others see it. */
    public InputType(String name, Descriptor descriptor) {
        this.name = name;
        this.descriptor = descriptor;
    }

    /** Only while the graph is made. */
    public void complete(List<InputField> complete) {
        Map<String, InputField> byName = new LinkedHashMap<>();
        for (InputField field : complete) byName.put(field.name(), field);
        this.all = List.copyOf(complete);
        this.fields = Collections.unmodifiableMap(byName);
    }

    /** Only while the graph is made. */
    public void complete(List<InputField> complete, @Nullable UpdatedResource updated) {
        complete(complete);
        this.update = updated;
    }

    /** Its name in the graph; of arguments, what it would be as a type. */
    public String name() {
        return name;
    }

    public Descriptor descriptor() {
        return descriptor;
    }

    /** In the order of the IDL, without those that clients don't give: selections, masks, what is output only. */
    public List<InputField> fields() {
        return all.size() == fields.size() ? all : List.copyOf(fields.values());
    }

    /** Those that have a name twice too, which a graph can't have. */
    List<InputField> allFields() {
        return all;
    }

    public @Nullable InputField field(String fieldName) {
        return fields.get(fieldName);
    }

    /** The field whose mask is made of what is given of {@link #updatedResource}; null if there is none. */
    public @Nullable FieldDescriptor updateMask() {
        return update == null ? null : update.mask();
    }

    @Nullable UpdatedResource updated() {
        return update;
    }

    /** The field with the message that {@link #updateMask} is about; null exactly if that is. */
    public @Nullable FieldDescriptor updatedResource() {
        return update == null ? null : update.resource();
    }

    @Override
    public String toString() {
        return name;
    }
}
