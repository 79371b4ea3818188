package dev.perigee.grpc.relation;

import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.idl.Idl;
import dev.perigee.language.OperationType;
import dev.perigee.schema.AppliedDirective;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.InterfaceType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All relations that a schema declares by {@code @grpc}. Immutable. */
public final class Relations {
    private final Map<String, Relation> byCoordinate;

    private Relations(Map<String, Relation> byCoordinate) {
        this.byCoordinate = Collections.unmodifiableMap(byCoordinate);
    }

    /**
     * Binds them to the IDL.
     *
     * @throws RelationException with all that is wrong
     */
    public static Relations of(Schema schema, MessageTypes types, Idl idl) {
        Problems problems = new Problems();
        RelationBinder binder = new RelationBinder(types, new Paths(new PlainTypes(types)), new Methods(idl));
        Map<String, Relation> relations = new LinkedHashMap<>();
        for (DefinedType type : schema.types()) {
            List<OutputField> fields = switch (type) {
                case ObjectType object -> object.fields();
                case InterfaceType object -> object.fields();
                default -> List.of();
            };
            for (OutputField field : fields) {
                AppliedDirective directive = directive(field);
                if (directive == null) continue;
                Relation relation = bind(schema, type, field, directive, binder, problems, types);
                if (relation != null) relations.put(field.coordinate(), relation);
            }
        }
        problems.check();
        return new Relations(relations);
    }

    private static @Nullable Relation bind(
            Schema schema,
            DefinedType type,
            OutputField field,
            AppliedDirective directive,
            RelationBinder binder,
            Problems problems,
            MessageTypes types) {
        MessageType parent = types.named(type.name());
        boolean isRoot = isRoot(schema, type);
        if (parent == null && !isRoot && !isObject(schema, type)) {
            problems.at(field.coordinate())
                    .add(type.name() + " has no objects of its own, so calls can't be made below it."
                            + " Declare the field for object types.");
            return null;
        }
        return binder.bind(Declaration.of(field, isRoot, parent, directive, problems));
    }

    private static boolean isObject(Schema schema, DefinedType type) {
        return type instanceof ObjectType && schema.rootType(OperationType.SUBSCRIPTION) != type;
    }

    private static boolean isRoot(Schema schema, DefinedType type) {
        return schema.rootType(OperationType.QUERY) == type || schema.rootType(OperationType.MUTATION) == type;
    }

    private static @Nullable AppliedDirective directive(OutputField field) {
        for (AppliedDirective directive : field.appliedDirectives()) {
            if (directive.name().equals(Directives.NAME)) return directive;
        }
        return null;
    }

    /** In the order of the schema. */
    public Collection<Relation> all() {
        return byCoordinate.values();
    }

    /** By the coordinate of its field, such as {@code User.friends}; null if the field is none. */
    public @Nullable Relation of(String coordinate) {
        return byCoordinate.get(coordinate);
    }

    /** What is worth knowing before it goes into production: the relations that take a call for each parent. */
    public List<String> report() {
        return byCoordinate.values().stream()
                .filter(relation -> relation.batch() == null && !relation.isRoot())
                .map(relation -> relation.coordinate() + ": " + relation.methodName()
                        + " is called for each object (n+1). A batch method would take one call for all.")
                .toList();
    }
}
