package dev.perigee.execution;

import dev.perigee.data.Wiring;
import dev.perigee.language.Definition;
import dev.perigee.language.Document;
import dev.perigee.language.LimitException;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Parser;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import dev.perigee.plan.Plan;
import dev.perigee.plan.PlanTooLargeException;
import dev.perigee.plan.Planner;
import dev.perigee.schema.InputProblem;
import dev.perigee.schema.Schema;
import dev.perigee.schema.VariableValues;
import dev.perigee.validation.Problem;
import dev.perigee.validation.ValidationOptions;
import dev.perigee.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a request to what can be run: parsed, validated, planned, and its variables coerced. Thread-safe. */
final class Preparation {
    private final Schema schema;
    private final Schema face;
    private final Wiring wiring;
    private final ParserLimits parserLimits;
    private final EngineLimits limits;
    private final PlanCache cache;

    /** @param face what the callers whose requests it prepares see of the schema */
    Preparation(Schema schema, Schema face, Wiring wiring, ParserLimits parserLimits, EngineLimits limits) {
        this.schema = schema;
        this.face = face;
        this.wiring = wiring;
        this.parserLimits = parserLimits;
        this.limits = limits;
        this.cache = new PlanCache(limits.cachedPlans());
    }

    Schema face() {
        return face;
    }

    /** @throws RequestErrorException if the request is not to be executed */
    Plan prepare(Request request) {
        Plan known = cache.get(request.document(), request.operationName());
        if (known != null) return known;
        Plan made = planOf(request);
        cache.put(request.document(), request.operationName(), made);
        return made;
    }

    /**
     * The variables of a request: what its caller may give, and the default values of hidden input fields.
     *
     * @throws RequestErrorException if a variable is not of its type, or missing
     */
    static Map<String, @Nullable Object> variables(Plan plan, Request request) {
        var definitions = plan.operation().variableDefinitions();
        if (definitions.isEmpty()) return Map.of();
        var coerced = VariableValues.coerce(plan.face(), definitions, request.variables());
        if (coerced.isValid() && plan.face() != plan.schema()) {
            coerced = VariableValues.coerce(plan.schema(), definitions, request.variables());
        }
        if (coerced.isValid()) return coerced.value();
        throw new RequestErrorException(
                coerced.problems().stream().map(Preparation::error).toList());
    }

    /** The default limits keep far away from the end of a stack, those that someone has raised may not. */
    private Plan planOf(Request request) {
        try {
            return plan(request);
        } catch (StackOverflowError e) {
            throw requestError("LIMIT_EXCEEDED", "The operation is nested deeper than the stack of its thread holds.");
        }
    }

    private Plan plan(Request request) {
        Document document = parse(request.document());
        List<Problem> problems = Validator.validate(
                face, document, ValidationOptions.DEFAULT.withMaxProblems(limits.maxValidationErrors()));
        if (!problems.isEmpty()) {
            throw new RequestErrorException(
                    problems.stream().map(Preparation::error).toList());
        }
        OperationDefinition operation = operation(document, request.operationName());
        try {
            return plan(document, operation);
        } catch (PlanTooLargeException e) {
            throw requestError("LIMIT_EXCEEDED", String.valueOf(e.getMessage()));
        }
    }

    /** @param document valid by the face, and the operation is in it */
    Plan plan(Document document, OperationDefinition operation) {
        return Planner.plan(
                schema, face, wiring, document, operation, limits.maxPlannedFields(), parserLimits.maxDepth());
    }

    private Document parse(String document) {
        try {
            return Parser.parse(Source.of("request", document), parserLimits);
        } catch (SyntaxException e) {
            String code = e instanceof LimitException ? "LIMIT_EXCEEDED" : "SYNTAX_ERROR";
            throw new RequestErrorException(List.of(new ResponseError(
                    String.valueOf(e.getMessage()), Errors.places(List.of(e.location())), null, Map.of("code", code))));
        }
    }

    /** @see <a href="https://spec.graphql.org/September2025/#GetOperation()">GetOperation</a> */
    private static OperationDefinition operation(Document document, @Nullable String name) {
        List<OperationDefinition> operations = new ArrayList<>();
        for (Definition definition : document.definitions()) {
            if (definition instanceof OperationDefinition operation) operations.add(operation);
        }
        if (operations.isEmpty()) throw requestError("OPERATION_NOT_FOUND", "The document has no operation.");
        if (name == null && operations.size() == 1) return operations.getFirst();
        if (name == null) {
            throw requestError(
                    "OPERATION_NOT_FOUND",
                    "The document has " + operations.size() + " operations: say which to run with operationName.");
        }
        return operations.stream()
                .filter(operation -> name.equals(operation.name()))
                .findFirst()
                .orElseThrow(
                        () -> requestError("OPERATION_NOT_FOUND", "The document has no operation \"" + name + "\"."));
    }

    static RequestErrorException requestError(String code, String message) {
        return new RequestErrorException(List.of(new ResponseError(message, List.of(), null, Map.of("code", code))));
    }

    private static ResponseError error(Problem problem) {
        return new ResponseError(problem.message(), Errors.places(problem.locations()), null, problem.extensions());
    }

    private static ResponseError error(InputProblem problem) {
        return new ResponseError(
                problem.message(), Errors.places(List.of(problem.location())), null, Map.of("code", "BAD_USER_INPUT"));
    }
}
