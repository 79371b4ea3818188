package dev.perigee.schema;

import dev.perigee.language.OperationType;
import dev.perigee.language.Source;
import dev.perigee.language.TypeReference;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A valid schema: the types and directives of a graph. Immutable, safe to share between threads.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Type-System">Type System</a>
 */
public final class Schema {
    private final @Nullable String description;
    private final List<AppliedDirective> appliedDirectives;
    private final Map<String, DefinedType> types;
    private final Map<String, DirectiveType> directives;
    private final Map<OperationType, ObjectType> roots;
    private final ObjectType queryType;
    private final PossibleTypes possibleTypes;

    /** Of a draft that is valid: it has a query type. */
    Schema(@Nullable String description, List<AppliedDirective> appliedDirectives, Draft draft) {
        this.description = description;
        this.appliedDirectives = appliedDirectives;
        this.types = Collections.unmodifiableMap(allTypes(draft));
        this.directives = Collections.unmodifiableMap(new LinkedHashMap<>(draft.directives()));
        this.roots = Collections.unmodifiableMap(draft.roots());
        this.queryType = Objects.requireNonNull(roots.get(OperationType.QUERY), "query type");
        this.possibleTypes = PossibleTypes.of(types.values());
    }

    /**
     * Reads a schema from SDL: one or many sources, which together are one document. To give scalars their coercions
     * and enums their Java values, read it with a {@link SchemaReader}.
     *
     * @throws SchemaException if it is not valid, with everything that is wrong
     */
    public static Schema of(Source... sources) {
        return read(List.of(sources));
    }

    /** As {@link #of}. */
    public static Schema read(List<Source> sources) {
        return SchemaReader.from(sources).read();
    }

    /** Builds a schema in Java. */
    public static SchemaBuilder builder() {
        return new SchemaBuilder();
    }

    public @Nullable String description() {
        return description;
    }

    /** The directives on the schema definition and its extensions. */
    public List<AppliedDirective> appliedDirectives() {
        return appliedDirectives;
    }

    /** A type by name, null if there is none. Finds the built-in scalars also where the schema doesn't use them. */
    public @Nullable DefinedType type(String name) {
        DefinedType type = types.get(name);
        return type != null ? type : BuiltInScalars.of(name);
    }

    /** A type by name if it is among {@link #types}. */
    @Nullable DefinedType listedType(String name) {
        return types.get(name);
    }

    /** The type that a reference in a document stands for, null if the schema has no type of that name. */
    public @Nullable Type type(TypeReference reference) {
        DefinedType named = type(Wrapping.named(reference).name());
        return named == null ? null : Wrapping.wrap(named, reference);
    }

    /** All types in the order of their definitions, then those of introspection, then the built-in scalars in use. */
    public Collection<DefinedType> types() {
        return types.values();
    }

    public ObjectType queryType() {
        return queryType;
    }

    public @Nullable ObjectType mutationType() {
        return rootType(OperationType.MUTATION);
    }

    public @Nullable ObjectType subscriptionType() {
        return rootType(OperationType.SUBSCRIPTION);
    }

    /** The root type of a kind of operation, null if the schema doesn't have that kind. */
    public @Nullable ObjectType rootType(OperationType operation) {
        return roots.get(operation);
    }

    /** A directive by name, without {@code @}; null if there is none. */
    public @Nullable DirectiveType directive(String name) {
        return directives.get(name);
    }

    /** All directives: the built-in ones, then the others in the order of their definitions. */
    public Collection<DirectiveType> directives() {
        return directives.values();
    }

    /** The objects that a value of a type can be: an object itself, the members of a union, who implements an interface. */
    public List<ObjectType> possibleTypes(CompositeType type) {
        return possibleTypes.of(type);
    }

    /** Whether a value of {@code type} can be a {@code candidate}. */
    public boolean isPossibleType(CompositeType type, ObjectType candidate) {
        return possibleTypes.contains(type, candidate);
    }

    /** Whether every value of one type is a value of another: {@code Post!} of {@code Node}. */
    public boolean isSubtype(Type sub, Type of) {
        return Subtypes.isSubtype(sub, of);
    }

    /** Whether some object can be both: what a fragment on one type inside the other needs. */
    public boolean overlap(CompositeType one, CompositeType other) {
        return possibleTypes.overlap(one, other);
    }

    private static Map<String, DefinedType> allTypes(Draft draft) {
        Map<String, DefinedType> types = new LinkedHashMap<>();
        for (DefinedType type : draft.types()) types.put(type.name(), type);
        for (DefinedType type : BuiltInDefinitions.introspectionTypes()) types.put(type.name(), type);
        for (ScalarType scalar : BuiltInScalars.all()) {
            boolean always = scalar == BuiltInScalars.STRING || scalar == BuiltInScalars.BOOLEAN; // introspection's own
            if (always || draft.scalarsInUse().contains(scalar)) types.put(scalar.name(), scalar);
        }
        return types;
    }
}
