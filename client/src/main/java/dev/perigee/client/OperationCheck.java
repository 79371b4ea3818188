package dev.perigee.client;

import dev.perigee.client.GraphqlError.Place;
import dev.perigee.language.Definition;
import dev.perigee.language.Document;
import dev.perigee.language.LimitException;
import dev.perigee.language.Location;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Parser;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import dev.perigee.language.VariableDefinition;
import dev.perigee.schema.CoercionException;
import dev.perigee.schema.Schema;
import dev.perigee.schema.VariableValues;
import dev.perigee.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks operations against a schema before they are sent, as a server would. Each document once. Thread-safe. */
final class OperationCheck implements Preparation {
    private final Schema schema;
    private final Scalars scalars;
    private final DocumentCache checked = new DocumentCache();

    OperationCheck(Schema schema, Scalars scalars) {
        this.schema = schema;
        this.scalars = scalars;
    }

    /** @throws InvalidOperationException if the server would refuse it */
    @Override
    public Prepared prepare(Operation<?> operation) {
        Document document = checked.get(operation.document(), this::valid);
        OperationDefinition definition = chosen(document, operation.name());
        Map<String, @Nullable Object> variables = variables(operation, definition, schema, scalars);
        var coerced = VariableValues.coerce(schema, definition.variableDefinitions(), variables);
        if (coerced.isValid()) return new Prepared(definition, variables);
        throw new InvalidOperationException(coerced.problems().stream()
                .map(problem -> error("BAD_USER_INPUT", problem.message(), List.of(problem.location())))
                .toList());
    }

    private Document valid(String text) {
        Document document = parse(text);
        List<GraphqlError> errors = Validator.validate(schema, document).stream()
                .map(problem -> new GraphqlError(
                        problem.message(), places(problem.locations()), null, nullable(problem.extensions())))
                .toList();
        if (errors.isEmpty()) return document;
        throw new InvalidOperationException(errors);
    }

    static Document parse(String text) {
        try {
            return Parser.parse(Source.of("operation", text), ParserLimits.REQUEST);
        } catch (SyntaxException e) {
            String code = e instanceof LimitException ? "LIMIT_EXCEEDED" : "SYNTAX_ERROR";
            throw new InvalidOperationException(
                    List.of(error(code, String.valueOf(e.getMessage()), List.of(e.location()))));
        }
    }

    /** @see <a href="https://spec.graphql.org/September2025/#GetOperation()">GetOperation</a> */
    static OperationDefinition chosen(Document document, @Nullable String name) {
        List<OperationDefinition> operations = new ArrayList<>();
        for (Definition definition : document.definitions()) {
            if (definition instanceof OperationDefinition operation) operations.add(operation);
        }
        if (operations.isEmpty()) throw notFound("The document has no operation.");
        if (name == null && operations.size() == 1) return operations.getFirst();
        if (name == null) {
            throw notFound(
                    "The document has " + operations.size() + " operations: say which to run with operationName.");
        }
        for (OperationDefinition operation : operations) {
            if (name.equals(operation.name())) return operation;
        }
        throw notFound("The document has no operation \"" + name + "\".");
    }

    /** @throws InvalidOperationException if JSON has no form for one of them */
    static Map<String, @Nullable Object> variables(
            Operation<?> operation,
            @Nullable OperationDefinition definition,
            @Nullable Schema schema,
            Scalars scalars) {
        if (operation.variables().isEmpty()) return Map.of();
        Map<String, VariableDefinition> definitions = new LinkedHashMap<>();
        if (definition != null) definition.variableDefinitions().forEach(each -> definitions.put(each.name(), each));
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        operation.variables().forEach((name, value) -> {
            VariableDefinition known = definitions.get(name);
            JavaVariables values = new JavaVariables(schema, scalars);
            try {
                json.put(name, values.json(value, known));
            } catch (CoercionException e) {
                String message = "Variable \"$%s%s\" can't be sent: %s".formatted(name, values.path(), e.getMessage());
                List<Location> at = known == null ? List.of() : List.of(known.location());
                throw new InvalidOperationException(List.of(error("BAD_USER_INPUT", message, at)));
            }
        });
        return json;
    }

    private static InvalidOperationException notFound(String message) {
        return new InvalidOperationException(List.of(error("OPERATION_NOT_FOUND", message, List.of())));
    }

    private static GraphqlError error(String code, String message, List<Location> locations) {
        return new GraphqlError(message, places(locations), null, nullable(Map.of("code", code)));
    }

    private static List<Place> places(List<Location> locations) {
        return locations.stream()
                .map(location -> new Place(location.line(), location.column()))
                .toList();
    }

    @SuppressWarnings("unchecked") // a map whose values may be null, of one whose values are not
    private static Map<String, @Nullable Object> nullable(Map<String, Object> map) {
        return (Map<String, @Nullable Object>) (Map<String, ?>) map;
    }
}
