package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.Descriptor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A protobuf message as an object type of the graph. Messages may contain themselves. Immutable once made. */
public final class MessageType {
    private final String name;
    private final Descriptor descriptor;
    private final Map<Class<?>, Object> compiled = new ConcurrentHashMap<>();
    private Map<String, MessageField> fields = Map.of();
    private List<MessageField> all = List.of();

    /** To be {@link #complete completed} before others see it. */
    public MessageType(String name, Descriptor descriptor) {
        this.name = name;
        this.descriptor = descriptor;
    }

    /** Only while the graph is made: the fields, whose types may be this one. */
    public void complete(List<MessageField> complete) {
        Map<String, MessageField> byName = new LinkedHashMap<>();
        for (MessageField field : complete) byName.put(field.name(), field);
        this.all = List.copyOf(complete);
        this.fields = Collections.unmodifiableMap(byName);
    }

    /** Its name in the graph. */
    public String name() {
        return name;
    }

    public Descriptor descriptor() {
        return descriptor;
    }

    /** In the order of the IDL. */
    public List<MessageField> fields() {
        return all.size() == fields.size() ? all : List.copyOf(fields.values());
    }

    /** Those that have a name twice too, which a graph can't have. */
    List<MessageField> allFields() {
        return all;
    }

    /** By its name in the graph, null if the message itself has no such field. */
    public @Nullable MessageField field(String fieldName) {
        return fields.get(fieldName);
    }

    /** What another package has compiled of this type: made by the first who asks for it, and kept as long as the type. */
    public <T> T compiled(Class<T> kind, Function<MessageType, T> compiler) {
        return kind.cast(compiled.computeIfAbsent(kind, unknown -> compiler.apply(this)));
    }

    @Override
    public String toString() {
        return name;
    }
}
