package dev.perigee.graphql;

import dev.perigee.data.Binding;
import dev.perigee.data.Wiring;
import dev.perigee.language.OperationType;
import dev.perigee.schema.AppliedDirective;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets remotes stand behind what a schema has of them. */
final class GraphBinder {
    private final List<Remote> remotes;
    private final Map<String, List<String>> needs;
    private final Schema schema;
    private final Wiring.Builder wiring;
    private final Problems problems = new Problems();
    private final Map<Remote, Map<String, Delegated>> delegated = new LinkedHashMap<>();

    GraphBinder(List<Remote> remotes, Map<String, List<String>> needs, Schema schema, Wiring.Builder wiring) {
        this.remotes = remotes;
        this.needs = needs;
        this.schema = schema;
        this.wiring = wiring;
        for (Remote remote : remotes) delegated.put(remote, new HashMap<>());
    }

    /** @throws RemoteException with everything that is wrong */
    void bind() {
        for (DefinedType type : schema.types()) {
            if (type instanceof ObjectType object) object.fields().forEach(field -> readJoin(object, field));
        }
        problems.check();
        remotes.forEach(this::bind);
    }

    private void readJoin(ObjectType type, OutputField field) {
        AppliedDirective directive = directive(field);
        if (directive == null) return;
        Remote remote = remoteOf(field, directive);
        if (remote == null) return;
        Join join = new JoinReader(remote, type, field, directive, problems).read();
        if (join != null) delegated.getOrDefault(remote, new HashMap<>()).put(field.coordinate(), join);
    }

    private static @Nullable AppliedDirective directive(OutputField field) {
        for (AppliedDirective directive : field.appliedDirectives()) {
            if (directive.name().equals(Directives.NAME)) return directive;
        }
        return null;
    }

    private @Nullable Remote remoteOf(OutputField field, AppliedDirective directive) {
        Object name = directive.arguments().get("server");
        if (name == null && remotes.size() == 1) return remotes.getFirst();
        for (Remote remote : remotes) if (remote.name().equals(name)) return remote;
        List<String> names = remotes.stream().map(Remote::name).toList();
        String message = name == null
                ? "there are several servers: say which with \"server\"." + Problems.meant("", names)
                : "there is no server \"" + name + "\"." + Problems.meant(name.toString(), names);
        problems.add(directive.node().location(), field.coordinate(), message);
        return null;
    }

    private void bind(Remote remote) {
        Map<String, Delegated> fields = delegated.getOrDefault(remote, new HashMap<>());
        ObjectType mutations = schema.rootType(OperationType.MUTATION);
        Set<String> parts = parts(remote);
        RemoteFields source =
                new RemoteFields(remote, new Needs(parts, needs), fields, mutations == null ? "" : mutations.name());
        bindRoots(remote, fields, source);
        fields.forEach((coordinate, field) -> {
            if (field instanceof Join) bind(coordinate, new Binding.LoadFrom(source));
        });
        Binding part = new Binding.Part(new RemoteParts(remote));
        parts.forEach(coordinate -> bind(coordinate, part));
    }

    private void bindRoots(Remote remote, Map<String, Delegated> fields, RemoteFields source) {
        RemoteTypes.roots(remote.schema()).forEach((operation, type) -> {
            ObjectType ours = schema.rootType(operation);
            if (ours == null) return;
            for (OutputField own : type.fields()) {
                OutputField field = ours.field(remote.names().ofRootField(own.coordinate()));
                if (field == null || fields.containsKey(field.coordinate()) || directive(field) != null) continue;
                fields.put(field.coordinate(), new RootField(own));
                bind(
                        field.coordinate(),
                        operation == OperationType.SUBSCRIPTION
                                ? new Binding.StreamFrom(new RemoteStream(source))
                                : new Binding.LoadFrom(source));
            }
        });
    }

    /** The fields of the graph that are in the remote's objects. */
    private Set<String> parts(Remote remote) {
        Set<String> parts = new HashSet<>();
        for (DefinedType type : schema.types()) {
            ObjectType own = type instanceof ObjectType ? remote.object(type.name()) : null;
            if (own == null || own.name().startsWith("__") || remote.isRoot(own) || !(type instanceof ObjectType object)) continue;
            for (OutputField field : object.fields()) {
                if (own.field(field.name()) != null && directive(field) == null) parts.add(field.coordinate());
            }
        }
        return parts;
    }

    private void bind(String coordinate, Binding binding) {
        Wiring.Coordinate parsed = Wiring.Coordinate.parse(coordinate);
        wiring.sourced(parsed.typeName(), parsed.fieldName(), binding);
    }
}
