package dev.perigee.schema;

import dev.perigee.language.OperationType;
import dev.perigee.language.Source;
import dev.perigee.language.TypeReference;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A valid schema: the types and directives of a graph. Immutable, safe to share between threads.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Type-System">Type System</a>
 */
public final class Schema {
    /**
     * Reads a schema from SDL: one or many sources, which together are one document.
     *
     * @throws SchemaException if it is not valid, with everything that is wrong
     */
    public static Schema of(Source... sources) {
        return read(List.of(sources));
    }

    /** As {@link #of}. */
    public static Schema read(List<Source> sources) {
        throw new UnsupportedOperationException("not yet");
    }

    public @Nullable String description() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The directives on the schema definition and its extensions. */
    public List<AppliedDirective> appliedDirectives() {
        throw new UnsupportedOperationException("not yet");
    }

    /** A type by name, null if there is none. Finds the built-in scalars also where the schema doesn't use them. */
    public @Nullable DefinedType type(String name) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The type that a reference in a document stands for, null if the schema has no type of that name. */
    public @Nullable Type type(TypeReference reference) {
        throw new UnsupportedOperationException("not yet");
    }

    /** All types in the order of their definitions, then those of introspection, then the built-in scalars in use. */
    public Collection<DefinedType> types() {
        throw new UnsupportedOperationException("not yet");
    }

    public ObjectType queryType() {
        throw new UnsupportedOperationException("not yet");
    }

    public @Nullable ObjectType mutationType() {
        return rootType(OperationType.MUTATION);
    }

    public @Nullable ObjectType subscriptionType() {
        return rootType(OperationType.SUBSCRIPTION);
    }

    /** The root type of a kind of operation, null if the schema doesn't have that kind. */
    public @Nullable ObjectType rootType(OperationType operation) {
        throw new UnsupportedOperationException("not yet");
    }

    /** A directive by name, without {@code @}; null if there is none. */
    public @Nullable DirectiveType directive(String name) {
        throw new UnsupportedOperationException("not yet");
    }

    /** All directives: the built-in ones, then the others in the order of their definitions. */
    public Collection<DirectiveType> directives() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The objects that a value of a type can be: an object itself, the members of a union, who implements an interface. */
    public List<ObjectType> possibleTypes(CompositeType type) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Whether a value of {@code type} can be a {@code candidate}. */
    public boolean isPossibleType(CompositeType type, ObjectType candidate) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Whether every value of one type is a value of another: {@code Post!} of {@code Node}. */
    public boolean isSubtype(Type sub, Type of) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Whether some object can be both: what a fragment on one type inside the other needs. */
    public boolean overlap(CompositeType one, CompositeType other) {
        throw new UnsupportedOperationException("not yet");
    }
}
