package dev.perigee.schema;

import dev.perigee.language.ListType;
import dev.perigee.language.Location;
import dev.perigee.language.NamedType;
import dev.perigee.language.OperationType;
import dev.perigee.language.TypeReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types and directives of a schema that is not known to be valid yet. A name that stands for nothing gets a type of
 * its own, which fits everywhere: KnownTypeNames says what is wrong, and no other rule has to.
 */
final class Draft {
    private final Map<String, DefinedType> builtInTypes;
    private final Map<String, DirectiveType> directives;
    private final Map<String, DefinedType> types = new LinkedHashMap<>();
    private final Map<String, ScalarType> unknown = new HashMap<>();
    private final Set<ScalarType> scalarsInUse = new LinkedHashSet<>();
    private final Map<OperationType, ObjectType> roots = new EnumMap<>(OperationType.class);
    private final Map<Type, ListOf> lists = new HashMap<>();
    private final Map<Type, NonNull> nonNulls = new HashMap<>();

    Draft(Map<String, DefinedType> builtInTypes, Collection<DirectiveType> builtInDirectives) {
        this.builtInTypes = builtInTypes;
        this.directives = new LinkedHashMap<>();
        for (DirectiveType directive : builtInDirectives) directives.put(directive.name(), directive);
    }

    void add(DefinedType type) {
        types.put(type.name(), type);
    }

    void add(DirectiveType directive) {
        directives.putIfAbsent(directive.name(), directive);
    }

    void root(OperationType operation, ObjectType type) {
        roots.putIfAbsent(operation, type);
    }

    /** The types that the schema itself defines, in their order. */
    Collection<DefinedType> types() {
        return types.values();
    }

    Map<String, DirectiveType> directives() {
        return directives;
    }

    Map<OperationType, ObjectType> roots() {
        return roots;
    }

    Set<ScalarType> scalarsInUse() {
        return scalarsInUse;
    }

    /** The names that a type can be meant by. */
    Collection<String> typeNames() {
        List<String> names = new ArrayList<>(types.keySet());
        for (ScalarType scalar : BuiltInScalars.all()) names.add(scalar.name());
        return names;
    }

    /** A type by name, built-in ones too; null if there is none. */
    @Nullable DefinedType find(String name) {
        DefinedType type = types.get(name);
        return type != null ? type : builtInTypes.get(name);
    }

    /** As {@link #find}, but never null. */
    DefinedType named(String name) {
        DefinedType type = find(name);
        if (type == null) return unknown.computeIfAbsent(name, Draft::placeholder);
        if (type instanceof ScalarType scalar && BuiltInScalars.isBuiltIn(scalar)) scalarsInUse.add(scalar);
        return type;
    }

    boolean isUnknown(Type type) {
        DefinedType named = type.named();
        return named instanceof ScalarType && unknown.get(named.name()) == named;
    }

    /** The type that a reference stands for. Equal wrappers are one object. */
    Type resolve(TypeReference reference) {
        if (reference instanceof NamedType named) return named(named.name());
        Deque<TypeReference> wrappers = new ArrayDeque<>();
        TypeReference inner = reference;
        while (!(inner instanceof NamedType)) {
            if (wrappers.size() < Wrapping.MOST) wrappers.push(inner); // more is a problem, found by WrappingDepth
            inner = Wrapping.inside(inner);
        }
        Type type = resolve(inner);
        for (TypeReference wrapper : wrappers) {
            type = wrapper instanceof ListType ? lists.computeIfAbsent(type, ListOf::new) : nonNull(type);
        }
        return type;
    }

    private Type nonNull(Type type) {
        return type instanceof NonNull ? type : nonNulls.computeIfAbsent(type, NonNull::new);
    }

    private static ScalarType placeholder(String name) {
        return new ScalarType(name, null, null, PlainCoercion.INSTANCE, Location.NONE);
    }
}
