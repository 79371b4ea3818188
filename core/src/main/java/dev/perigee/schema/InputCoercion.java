package dev.perigee.schema;

import dev.perigee.language.Argument;
import dev.perigee.language.Location;
import dev.perigee.language.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Coerces input values by their types. The results are plain Java: what the {@link Coercion} of a scalar returns, the
 * {@link EnumMember#value} of an enum value, a List, or a Map with the fields of an input object in the order of its
 * type. All of them are immutable.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Input-Objects.Input-Coercion">Input Coercion</a>
 */
public final class InputCoercion {
    private InputCoercion() {}

    /**
     * Coerces a value as JSON has it: String, Boolean, Number, List, Map, null.
     *
     * @param path what problems call it, such as {@code $post}
     */
    public static InputResult<@Nullable Object> coerceValue(@Nullable Object value, Type type, String path) {
        InputProblems problems = new InputProblems(() -> "\"" + path + "\"", path);
        return InputResult.of(new ValueCoercion(problems, Location.NONE).coerce(value, type), problems);
    }

    /**
     * Coerces a literal with the variables in it.
     *
     * @param variables the coerced variables; one that is absent counts as null in a list, and leaves out its field in
     *     an input object
     * @param path what problems call it, such as {@code Post.comments(last:)}
     */
    public static InputResult<@Nullable Object> coerceLiteral(
            Value literal, Type type, Map<String, ? extends @Nullable Object> variables, String path) {
        InputProblems problems = new InputProblems(() -> "\"" + path + "\"", path);
        return InputResult.of(new LiteralCoercion(problems, variables).coerce(literal, type), problems);
    }

    /**
     * Coerces the arguments of a field or a directive. An argument that is neither given nor has a default value is
     * absent in the result, not null; so is one whose variable is absent.
     *
     * @param definitions of the field or directive
     * @param nodes as they are written; those without a definition are ignored, validation has rejected them
     * @param location of the field or directive, for an argument that is missing
     * @see <a href="https://spec.graphql.org/September2025/#CoerceArgumentValues()">CoerceArgumentValues</a>
     */
    public static InputResult<Map<String, @Nullable Object>> coerceArguments(
            List<InputValue> definitions,
            List<Argument> nodes,
            Map<String, ? extends @Nullable Object> variables,
            Location location) {
        Map<String, Argument> given = HashMap.newHashMap(nodes.size());
        for (Argument node : nodes) given.putIfAbsent(node.name(), node);
        Map<String, @Nullable Object> coerced = LinkedHashMap.newLinkedHashMap(definitions.size());
        List<InputProblem> problems = List.of();
        for (InputValue definition : definitions) {
            InputProblems found = new InputProblems(() -> subject(definition), definition.name());
            coerceArgument(definition, given.get(definition.name()), location, variables, found, coerced);
            problems = InputResult.join(problems, found.list());
        }
        return new InputResult<Map<String, @Nullable Object>>(Collections.unmodifiableMap(coerced), problems);
    }

    private static void coerceArgument(
            InputValue definition,
            @Nullable Argument node,
            Location location,
            Map<String, ? extends @Nullable Object> variables,
            InputProblems problems,
            Map<String, @Nullable Object> coerced) {
        LiteralCoercion coercion = new LiteralCoercion(problems, variables);
        if (node != null && !coercion.isAbsent(node.value())) {
            coerced.put(definition.name(), coercion.coerce(node.value(), definition.type()));
        } else if (definition.defaultValue() != null) {
            coerced.put(definition.name(), definition.coercedDefault());
        } else if (definition.isRequired()) {
            problems.add("it is required.", node == null ? location : node.location());
        }
    }

    private static String subject(InputValue definition) {
        return "Argument \"" + definition.coordinate() + "\"";
    }
}
