package dev.perigee.schema;

import dev.perigee.language.Definition;
import dev.perigee.language.Location;
import dev.perigee.language.NamedType;
import dev.perigee.language.OperationType;
import dev.perigee.language.OperationTypeDefinition;
import dev.perigee.language.SchemaDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Builds a schema in Java; see {@link Types} for an example. It comes out as if it had been read from SDL, by the same
 * rules.
 */
public final class SchemaBuilder extends ElementBuilder<SchemaBuilder> {
    private final Map<OperationType, NamedType> roots = new EnumMap<>(OperationType.class);
    private final Set<TypeBuilder<?>> types = new LinkedHashSet<>();
    private final List<DirectiveTypeBuilder> directiveTypes = new ArrayList<>();

    SchemaBuilder() {}

    /** The type where queries start. */
    public SchemaBuilder query(ObjectTypeBuilder type) {
        return root(OperationType.QUERY, type);
    }

    /** The type where mutations start. */
    public SchemaBuilder mutation(ObjectTypeBuilder type) {
        return root(OperationType.MUTATION, type);
    }

    /** The type where subscriptions start. */
    public SchemaBuilder subscription(ObjectTypeBuilder type) {
        return root(OperationType.SUBSCRIPTION, type);
    }

    /** Adds a type. Needed for types that others refer to by name, or that only implement interfaces. */
    public SchemaBuilder type(TypeBuilder<?> type) {
        types.add(type);
        return this;
    }

    /** Adds the definition of a directive. */
    public SchemaBuilder directive(DirectiveTypeBuilder directive) {
        directiveTypes.add(directive);
        return this;
    }

    /** @throws SchemaException if the schema is not valid, with everything that is wrong */
    public Schema build() {
        Attachments attachments = new Attachments();
        List<Definition> definitions = new ArrayList<>();
        definitions.add(schemaDefinition());
        directiveTypes.forEach(directive -> definitions.add(directive.definition()));
        for (TypeBuilder<?> type : reachableTypes()) {
            definitions.add(type.definition());
            type.attach(attachments);
        }
        return SchemaAssembly.assemble(definitions, attachments, List.of());
    }

    private SchemaBuilder root(OperationType operation, ObjectTypeBuilder type) {
        roots.put(operation, type.namedType());
        return type(type);
    }

    private SchemaDefinition schemaDefinition() {
        List<OperationTypeDefinition> nodes = new ArrayList<>();
        roots.forEach((operation, type) -> nodes.add(new OperationTypeDefinition(operation, type, Location.NONE)));
        return new SchemaDefinition(description(), directives(), nodes, Location.NONE);
    }

    /** The types that were added, in their order, then those that they refer to. */
    private Set<TypeBuilder<?>> reachableTypes() {
        Set<TypeBuilder<?>> reachable = new LinkedHashSet<>(types);
        Deque<TypeBuilder<?>> open = new ArrayDeque<>(types);
        directiveTypes.forEach(directive -> directive.visitReferences(type -> {
            if (reachable.add(type)) open.addLast(type);
        }));
        while (!open.isEmpty()) {
            open.removeFirst().visitReferences(type -> {
                if (reachable.add(type)) open.addLast(type);
            });
        }
        return reachable;
    }

    @Override
    SchemaBuilder self() {
        return this;
    }
}
