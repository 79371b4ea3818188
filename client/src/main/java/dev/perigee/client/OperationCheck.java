package dev.perigee.client;

import dev.perigee.client.GraphqlError.Place;
import dev.perigee.language.Document;
import dev.perigee.language.Location;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Parser;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import dev.perigee.schema.Schema;
import dev.perigee.schema.VariableValues;
import dev.perigee.validation.Validator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks operations against a schema before they are sent, as the server would. */
final class OperationCheck {
    private final Schema schema;

    OperationCheck(Schema schema) {
        this.schema = schema;
    }

    /** @throws InvalidOperationException if the server would refuse it */
    OperationDefinition check(Operation<?> operation) {
        Document document = parse(operation.document());
        List<GraphqlError> errors = Validator.validate(schema, document).stream()
                .map(problem -> new GraphqlError(
                        problem.message(), places(problem.locations()), null, nullable(problem.extensions())))
                .toList();
        if (!errors.isEmpty()) throw new InvalidOperationException(errors);
        OperationDefinition definition = chosen(document, operation.name());
        var coerced = VariableValues.coerce(schema, definition.variableDefinitions(), operation.variables());
        if (!coerced.isValid()) {
            throw new InvalidOperationException(coerced.problems().stream()
                    .map(problem -> new GraphqlError(
                            problem.message(),
                            places(List.of(problem.location())),
                            null,
                            nullable(Map.of("code", "BAD_USER_INPUT"))))
                    .toList());
        }
        return definition;
    }

    private static Document parse(String text) {
        try {
            return Parser.parse(Source.of("operation", text), ParserLimits.REQUEST);
        } catch (SyntaxException e) {
            throw new InvalidOperationException(List.of(new GraphqlError(
                    String.valueOf(e.getMessage()),
                    places(List.of(e.location())),
                    null,
                    nullable(Map.of("code", "SYNTAX_ERROR")))));
        }
    }

    private static OperationDefinition chosen(Document document, @Nullable String name) {
        return document.definitions().stream()
                .filter(OperationDefinition.class::isInstance)
                .map(OperationDefinition.class::cast)
                .filter(operation -> name == null || name.equals(operation.name()))
                .findFirst()
                .orElseThrow(() -> new InvalidOperationException(List.of(new GraphqlError(
                        "The document has no operation \"" + name + "\".",
                        List.of(),
                        null,
                        nullable(Map.of("code", "OPERATION_NOT_FOUND"))))));
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
