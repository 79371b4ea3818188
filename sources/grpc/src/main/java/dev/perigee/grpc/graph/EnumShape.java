package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A protobuf enum as an enum of the graph. Immutable. */
public final class EnumShape {
    private final String name;
    private final EnumDescriptor descriptor;
    private final Map<String, EnumValueDescriptor> values;
    private final Map<Integer, String> names = new HashMap<>();
    private final @Nullable String fallback;
    private final @Nullable EnumValueDescriptor absent;

    /**
     * @param values by their names in the graph, in the order of the IDL, aliases included
     * @param fallback the name that numbers without one are given, null where they are null with an error
     */
    public EnumShape(
            String name,
            EnumDescriptor descriptor,
            Map<String, EnumValueDescriptor> values,
            @Nullable String fallback) {
        this(name, descriptor, values, fallback, null);
    }

    /** @param absent the value that stands for nothing, which is not among the others; null if there is none */
    EnumShape(
            String name,
            EnumDescriptor descriptor,
            Map<String, EnumValueDescriptor> values,
            @Nullable String fallback,
            @Nullable EnumValueDescriptor absent) {
        this.name = name;
        this.descriptor = descriptor;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.fallback = fallback;
        this.absent = absent;
        this.values.forEach((valueName, value) -> names.putIfAbsent(value.getNumber(), valueName));
    }

    /** Its name in the graph. */
    public String name() {
        return name;
    }

    public EnumDescriptor descriptor() {
        return descriptor;
    }

    /** The names of all values in the graph. */
    public List<String> valueNames() {
        return List.copyOf(values.keySet());
    }

    /** Whether a number stands for nothing: null, and no error. None does unless {@link GraphOptions} say so. */
    public boolean isAbsent(int number) {
        return absent != null && absent.getNumber() == number;
    }

    /** Whether a value of the IDL is null in the graph, as it stands for nothing or is hidden. */
    boolean hasNull() {
        return descriptor.getValues().stream().anyMatch(value -> nameOf(value.getNumber()) == null);
    }

    /** What numbers without a name are called; clients can't give it unless it is a value too. */
    public @Nullable String fallback() {
        return fallback;
    }

    /** The name of a number: of its first value, or the fallback; null if it has none, or {@link #isAbsent stands for nothing}. */
    public @Nullable String nameOf(int number) {
        return isAbsent(number) ? null : names.getOrDefault(number, fallback);
    }

    public @Nullable EnumValueDescriptor value(String valueName) {
        return values.get(valueName);
    }
}
