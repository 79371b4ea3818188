package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.language.OperationType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an IDL becomes a graph. What is said of one message, field or method is by its full name, as in
 * {@code acme.v1.User.email}; a method's may have a slash, as in {@code acme.v1.Users/GetUser}. Immutable; safe to share
 * between threads.
 */
public final class GraphOptions {
    /** What {@link #builder} has to begin with. */
    public static final GraphOptions DEFAULT = builder().build();

    /** Which names fields have. */
    public enum FieldNames {
        /** That of the field in JSON: {@code json_name}, or the field's own in lower camel case. */
        JSON,
        /** The field's own. */
        PROTO
    }

    /** What is non-null of that which always has a value on the wire, fields without presence. */
    public enum Nullability {
        /** All. */
        STRICT,
        /** Nothing, for services that may remove fields. */
        LENIENT
    }

    /** How integers of 64 bits are written. */
    public enum Integers {
        /** As strings, which every client reads right. */
        STRINGS,
        /** As numbers, of which JavaScript rounds those beyond 2^53. */
        NUMBERS
    }

    /** What a map is. */
    public enum Maps {
        /** A list of objects with {@code key} and {@code value}. */
        ENTRIES,
        /** A value of the scalar {@code JSON}. */
        JSON
    }

    /** What becomes of the enum's own name before each of its values, as {@code COLOR_} in {@code COLOR_RED}. */
    public enum EnumPrefixes {
        /** It is cut, where every value has it and what is left are names, each another one. */
        CUT,
        KEPT
    }

    /** What becomes of a zero that is called {@code UNSPECIFIED}. */
    public enum Unspecified {
        /** It is a value. */
        VALUE,
        /** It is null. */
        NULL
    }

    /** How many replies a stream gives as a list. */
    static final int MOST_REPLIES = 1_000;

    final Set<String> services;
    final Set<String> withoutServices;
    final Set<String> hidden;
    final Map<String, OperationType> operations;
    final List<String> queryPrefixes;
    final Map<String, String> names;
    final Map<String, String> inputNames;
    final Map<String, String> prefixes;
    final Map<String, String> exposed;
    final Set<String> connections;
    final Map<String, Integer> lists;
    final Set<String> oneMessage;
    final Set<String> explicit;
    final Set<String> included;
    final Set<String> ids;
    final Set<String> jsonMaps;
    final Set<String> unions;
    final FieldNames fieldNames;
    final Nullability nullability;
    final Integers integers;
    final Maps maps;
    final EnumPrefixes enumPrefixes;
    final Unspecified unspecified;
    final @Nullable String unknownEnumValue;

    GraphOptions(GraphOptionsBuilder from) {
        this.services = Set.copyOf(from.services);
        this.withoutServices = Set.copyOf(from.withoutServices);
        this.hidden = Set.copyOf(from.hidden);
        this.operations = Map.copyOf(from.operations);
        this.queryPrefixes = List.copyOf(from.queryPrefixes);
        this.names = Map.copyOf(from.names);
        this.inputNames = Map.copyOf(from.inputNames);
        this.prefixes = Map.copyOf(from.prefixes);
        this.exposed = Map.copyOf(from.exposed);
        this.connections = Set.copyOf(from.connections);
        this.lists = Map.copyOf(from.lists);
        this.oneMessage = Set.copyOf(from.oneMessage);
        this.explicit = Set.copyOf(from.explicit);
        this.included = Set.copyOf(from.included);
        this.ids = Set.copyOf(from.ids);
        this.jsonMaps = Set.copyOf(from.jsonMaps);
        this.unions = Set.copyOf(from.unions);
        this.fieldNames = from.fieldNames;
        this.nullability = from.nullability;
        this.integers = from.integers;
        this.maps = from.maps;
        this.enumPrefixes = from.enumPrefixes;
        this.unspecified = from.unspecified;
        this.unknownEnumValue = from.unknownEnumValue;
    }

    /** The recommended mapping, to be changed. */
    public static GraphOptionsBuilder builder() {
        return new GraphOptionsBuilder();
    }

    /** These, to be changed. */
    public GraphOptionsBuilder toBuilder() {
        return new GraphOptionsBuilder(this);
    }

    /** Whether integers of 64 bits are numbers in JSON. */
    public boolean hasNumbers() {
        return integers == Integers.NUMBERS;
    }

    /** By full name, or by {@code *.name} for all fields of that name. */
    boolean isId(FieldDescriptor field) {
        return ids.contains(field.getFullName()) || ids.contains("*." + field.getName());
    }

    boolean isJson(FieldDescriptor map) {
        return maps == Maps.JSON || jsonMaps.contains(map.getFullName());
    }

    /** Whether something is named, or lies in a package, service or message that is. */
    static boolean isIn(Set<String> names, String fullName) {
        if (names.contains("*")) return true;
        for (int end = fullName.length(); end > 0; end = fullName.lastIndexOf('.', end - 1)) {
            if (names.contains(fullName.substring(0, end))) return true;
        }
        return false;
    }

    /** The prefix of the innermost package or service that has one; empty if none has. */
    String prefixOf(String fullName) {
        for (int end = fullName.length(); end > 0; end = fullName.lastIndexOf('.', end - 1)) {
            String prefix = prefixes.get(fullName.substring(0, end));
            if (prefix != null) return prefix;
        }
        return "";
    }
}
