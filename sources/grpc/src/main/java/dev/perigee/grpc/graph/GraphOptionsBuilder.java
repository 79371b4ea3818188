package dev.perigee.grpc.graph;

import dev.perigee.grpc.graph.GraphOptions.EnumPrefixes;
import dev.perigee.grpc.graph.GraphOptions.FieldNames;
import dev.perigee.grpc.graph.GraphOptions.Integers;
import dev.perigee.grpc.graph.GraphOptions.Maps;
import dev.perigee.grpc.graph.GraphOptions.Nullability;
import dev.perigee.grpc.graph.GraphOptions.Unspecified;
import dev.perigee.language.OperationType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@link GraphOptions} in the making. What names are to be found in the IDL is checked when a graph is made of it. One
 * thread.
 */
public final class GraphOptionsBuilder {
    final Set<String> services = new TreeSet<>();
    final Set<String> withoutServices = new TreeSet<>();
    final Set<String> hidden = new TreeSet<>();
    final Map<String, OperationType> operations = new TreeMap<>();
    final List<String> queryPrefixes = new ArrayList<>();
    final Map<String, String> names = new TreeMap<>();
    final Map<String, String> inputNames = new TreeMap<>();
    final Map<String, String> prefixes = new TreeMap<>();
    final Map<String, String> exposed = new TreeMap<>();
    final Set<String> connections = new TreeSet<>();
    final Map<String, Integer> lists = new TreeMap<>();
    final Set<String> oneMessage = new TreeSet<>();
    final Set<String> explicit = new TreeSet<>();
    final Set<String> included = new TreeSet<>();
    final Set<String> ids = new TreeSet<>();
    final Set<String> jsonMaps = new TreeSet<>();
    final Set<String> unions = new TreeSet<>();
    FieldNames fieldNames = FieldNames.JSON;
    Nullability nullability = Nullability.STRICT;
    Integers integers = Integers.STRINGS;
    Maps maps = Maps.ENTRIES;
    EnumPrefixes enumPrefixes = EnumPrefixes.CUT;
    Unspecified unspecified = Unspecified.VALUE;

    @Nullable String unknownEnumValue;

    GraphOptionsBuilder() {
        queryPrefixes.addAll(List.of("Get", "List", "BatchGet", "Search", "Find", "Lookup", "Count", "Read", "Query"));
    }

    GraphOptionsBuilder(GraphOptions from) {
        services.addAll(from.services);
        withoutServices.addAll(from.withoutServices);
        hidden.addAll(from.hidden);
        operations.putAll(from.operations);
        queryPrefixes.addAll(from.queryPrefixes);
        names.putAll(from.names);
        inputNames.putAll(from.inputNames);
        prefixes.putAll(from.prefixes);
        exposed.putAll(from.exposed);
        connections.addAll(from.connections);
        lists.putAll(from.lists);
        oneMessage.addAll(from.oneMessage);
        explicit.addAll(from.explicit);
        included.addAll(from.included);
        ids.addAll(from.ids);
        jsonMaps.addAll(from.jsonMaps);
        unions.addAll(from.unions);
        fieldNames = from.fieldNames;
        nullability = from.nullability;
        integers = from.integers;
        maps = from.maps;
        enumPrefixes = from.enumPrefixes;
        unspecified = from.unspecified;
        unknownEnumValue = from.unknownEnumValue;
    }

    /**
     * Only these, by their full names or packages; without a call, all that are found. Reflection, health checks and
     * channelz are never in a graph.
     */
    public GraphOptionsBuilder services(String... servicesOrPackages) {
        services.addAll(List.of(servicesOrPackages));
        return this;
    }

    /** Not these, even if {@link #services} has them. */
    public GraphOptionsBuilder withoutServices(String... servicesOrPackages) {
        withoutServices.addAll(List.of(servicesOrPackages));
        return this;
    }

    /** Leaves methods, messages, fields or values of enums out of the graph. Relations may still call the methods. */
    public GraphOptionsBuilder hide(String... fullNames) {
        for (String fullName : fullNames) hidden.add(dotted(fullName));
        return this;
    }

    /** What a method is, whatever else says; not for a server stream that is no {@link #list}. */
    public GraphOptionsBuilder operation(String method, OperationType operation) {
        operations.put(dotted(method), operation);
        return this;
    }

    /** First words of methods that are queries if the IDL says nothing of it, in place of those that are set. */
    public GraphOptionsBuilder queryPrefixes(String... words) {
        queryPrefixes.clear();
        queryPrefixes.addAll(List.of(words));
        return this;
    }

    /** The name of a message's type, a field, a oneof, an enum, its value ({@code Enum.VALUE}), or a method's root field. */
    public GraphOptionsBuilder rename(String fullName, String name) {
        names.put(dotted(fullName), name);
        return this;
    }

    /** The name of a message's input type, or of the one that stands for a oneof. */
    public GraphOptionsBuilder renameInput(String fullName, String name) {
        inputNames.put(fullName, name);
        return this;
    }

    /** What comes before the names of a package's types and root fields, or of a service's root fields. */
    public GraphOptionsBuilder prefix(String packageOrService, String prefix) {
        prefixes.put(packageOrService, prefix);
        return this;
    }

    public GraphOptionsBuilder fieldNames(FieldNames kind) {
        this.fieldNames = kind;
        return this;
    }

    public GraphOptionsBuilder nullability(Nullability kind) {
        this.nullability = kind;
        return this;
    }

    public GraphOptionsBuilder integers(Integers form) {
        this.integers = form;
        return this;
    }

    /** Fields that are {@code ID}, of strings and integers: by full name, or {@code *.id} for all of the name. */
    public GraphOptionsBuilder ids(String... fields) {
        ids.addAll(List.of(fields));
        return this;
    }

    public GraphOptionsBuilder maps(Maps form) {
        this.maps = form;
        return this;
    }

    /** Maps that are {@code JSON}, whatever the others are. */
    public GraphOptionsBuilder jsonMaps(String... fields) {
        jsonMaps.addAll(List.of(fields));
        return this;
    }

    /** Oneofs that are unions in replies; their members are messages, each another one. */
    public GraphOptionsBuilder unions(String... oneofs) {
        unions.addAll(List.of(oneofs));
        return this;
    }

    public GraphOptionsBuilder enumPrefixes(EnumPrefixes kind) {
        this.enumPrefixes = kind;
        return this;
    }

    public GraphOptionsBuilder unspecified(Unspecified meaning) {
        this.unspecified = meaning;
        return this;
    }

    /** What a number is called that an enum has no value for. Null, as without a call: it is null, with an error. */
    public GraphOptionsBuilder unknownEnumValue(@Nullable String name) {
        this.unknownEnumValue = name;
        return this;
    }

    /** Gives a field of the reply in the reply's place. */
    public GraphOptionsBuilder expose(String method, String field) {
        exposed.put(dotted(method), field);
        return this;
    }

    /**
     * Gives lists as connections: methods, or all in services or packages that have the form of AIP-158, {@code *} for
     * all.
     */
    public GraphOptionsBuilder connections(String... fullNames) {
        for (String fullName : fullNames) connections.add(dotted(fullName));
        return this;
    }

    /** Gives a server stream as a list, which is a query or mutation as other methods are. */
    public GraphOptionsBuilder list(String method) {
        return list(method, GraphOptions.MOST_REPLIES);
    }

    /** @param most how many replies, at least 1; more are an error */
    public GraphOptionsBuilder list(String method, int most) {
        if (most < 1) throw new IllegalArgumentException("most: " + most + " (at least 1)");
        lists.put(dotted(method), most);
        return this;
    }

    /** Calls methods that take a stream with one message, which are else left out. */
    public GraphOptionsBuilder oneMessage(String... methods) {
        for (String method : methods) oneMessage.add(dotted(method));
        return this;
    }

    /** Fields of requests that clients give, though they would be filled in for them: masks, views, selections. */
    public GraphOptionsBuilder explicit(String... fields) {
        explicit.addAll(List.of(fields));
        return this;
    }

    /** Types by their names in the graph that are in it though no method leads to them, for relations written beside. */
    public GraphOptionsBuilder include(Collection<String> typeNames) {
        included.addAll(typeNames);
        return this;
    }

    public GraphOptions build() {
        return new GraphOptions(this);
    }

    private static String dotted(String method) {
        return method.replace('/', '.');
    }
}
