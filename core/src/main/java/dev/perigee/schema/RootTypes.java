package dev.perigee.schema;

import dev.perigee.language.Location;
import dev.perigee.language.OperationType;
import dev.perigee.language.OperationTypeDefinition;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * There is a query type; the types of the kinds of operation are objects, and different ones; each kind is named once.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Root-Operation-Types">Root Operation Types</a>
 */
final class RootTypes implements DefinitionRule {
    private final Definitions definitions;
    private final Draft draft;
    private final SchemaProblems problems;
    private final Map<OperationType, Location> named = new EnumMap<>(OperationType.class);
    private final Map<String, OperationType> operations = new HashMap<>();

    RootTypes(Definitions definitions, Draft draft, SchemaProblems problems) {
        this.definitions = definitions;
        this.draft = draft;
        this.problems = problems;
    }

    /** The type that stands for a kind of operation where no schema definition says another. */
    static String defaultName(OperationType operation) {
        return switch (operation) {
            case QUERY -> "Query";
            case MUTATION -> "Mutation";
            case SUBSCRIPTION -> "Subscription";
        };
    }

    @Override
    public void schema(SchemaPart part) {
        for (OperationTypeDefinition node : part.operationTypes()) {
            Location first = named.putIfAbsent(node.operation(), node.location());
            if (first == null) {
                check(node.operation(), node.type().name(), node.type().location());
            } else {
                problems.add(
                        "The %s type is named more than once."
                                .formatted(node.operation().keyword()),
                        node.location(),
                        first);
            }
        }
    }

    @Override
    public void end() {
        SchemaPart definition = definitions.schemaDefinition();
        if (definition == null) checkDefaults();
        if (named.containsKey(OperationType.QUERY)) return;
        if (definition != null) {
            problems.add("The schema definition must name a query type.", definition.location());
        } else if (draft.find("Query") == null) {
            problems.add("There is no query type: define \"type Query\", or name another in a schema definition.");
        }
    }

    private void checkDefaults() {
        for (OperationType operation : OperationType.values()) {
            if (named.containsKey(operation)) continue;
            List<TypePart> parts = definitions.types().get(defaultName(operation));
            if (parts == null) continue;
            check(operation, parts.getFirst().name(), parts.getFirst().location());
        }
    }

    private void check(OperationType operation, String name, Location location) {
        DefinedType type = draft.named(name);
        if (draft.isUnknown(type)) return;
        if (!(type instanceof ObjectType)) {
            problems.add(
                    "The %s type must be an object; \"%s\" is %s."
                            .formatted(
                                    operation.keyword(), name, TypeKind.of(type).described()),
                    location);
            return;
        }
        OperationType first = operations.putIfAbsent(name, operation);
        if (first == null) return;
        problems.add(
                "The types of operations must be different: \"%s\" is both %s and %s type."
                        .formatted(name, first.keyword(), operation.keyword()),
                location);
    }
}
