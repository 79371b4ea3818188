package dev.perigee.validation;

import dev.perigee.language.OperationType;
import dev.perigee.language.Printer;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.DirectiveLocation;
import dev.perigee.schema.DirectiveType;
import dev.perigee.schema.EnumMember;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.ImplementingType;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.Introspection;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.NonNull;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.ScalarType;
import dev.perigee.schema.Schema;
import dev.perigee.schema.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes valid documents for a schema, the same ones for the same seed: operations with variables, directives, fragments
 * in fragments, fields that merge, and fields of different objects under one response name. Custom scalars are taken to
 * accept anything.
 */
public final class RandomOperations {
    private static final int DEEPEST = 6;

    private final Schema schema;
    private final Random random;
    private final List<String> fragments = new ArrayList<>();
    private final List<Fragment> done = new ArrayList<>();
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<String, String> signatures = new HashMap<>(); // of a response name: its field, arguments and type
    private Set<String> used = new LinkedHashSet<>(); // variables of the current operation or fragment
    private boolean inSubscription;
    private int fieldsLeft;
    private int counter;

    /** A fragment that can be spread, and the variables that this needs. */
    private record Fragment(String name, CompositeType type, Set<String> variables) {}

    private record Variable(String name, Type type, String defaultValue) {}

    /**
     * A request that is valid.
     *
     * @param operationName null if there is only one operation, and that without a name
     * @param variables as JSON has them
     */
    public record RandomRequest(String document, String operationName, Map<String, Object> variables) {}

    private RandomOperations(Schema schema, long seed, int size) {
        this.schema = schema;
        this.random = new Random(seed);
        this.fieldsLeft = size;
    }

    /** A document of some operations, with about so many fields. */
    public static String document(Schema schema, long seed, int size) {
        return request(schema, seed, size).document();
    }

    /** A document of some operations, with about so many fields, one of the operations, and values for its variables. */
    public static RandomRequest request(Schema schema, long seed, int size) {
        return new RandomOperations(schema, seed, size).request(OperationType.values());
    }

    /** As {@link #request}, of queries only. */
    public static RandomRequest query(Schema schema, long seed, int size) {
        return new RandomOperations(schema, seed, size).request(OperationType.QUERY);
    }

    private RandomRequest request(OperationType... types) {
        List<String> definitions = new ArrayList<>();
        String name = null;
        Map<String, Object> values = Map.of();
        int count = chance(3) ? 2 + random.nextInt(2) : 1;
        for (int i = 0; i < count; i++) {
            name = count > 1 || chance(2) ? "Operation" + i : null;
            used = new LinkedHashSet<>();
            definitions.add(operation(pick(List.of(types)), name));
            values = values();
        }
        definitions.addAll(random.nextInt(definitions.size() + 1), fragments);
        return new RandomRequest(String.join("\n", definitions), name, values);
    }

    private String operation(OperationType wanted, String name) {
        OperationType type = schema.rootType(wanted) == null ? OperationType.QUERY : wanted;
        ObjectType root = Objects.requireNonNull(schema.rootType(type));
        inSubscription = type == OperationType.SUBSCRIPTION;
        String selections =
                inSubscription ? "{ " + field(root, pick(root.fields()), 0, false) + " }" : selections(root, 0);
        inSubscription = false;
        String directives = directives(DirectiveLocation.valueOf(type.name()));
        if (type == OperationType.QUERY && name == null && used.isEmpty() && directives.isEmpty()) return selections;
        return type.keyword() + (name == null ? "" : " " + name) + definitions() + directives + " " + selections;
    }

    private String definitions() {
        if (used.isEmpty()) return "";
        return used.stream()
                .map(variables::get)
                .map(variable -> "$" + variable.name + ": " + variable.type
                        + (variable.defaultValue == null ? "" : " = " + variable.defaultValue)
                        + constantDirectives(DirectiveLocation.VARIABLE_DEFINITION))
                .collect(Collectors.joining(chance(2) ? ", " : " ", "(", ")"));
    }

    private String selections(CompositeType type, int depth) {
        List<String> selections = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) selections.add(selection(type, depth));
        if (chance(6)) selections.add(pick(selections)); // merges with itself
        return "{ " + String.join(" ", selections) + " }";
    }

    private String selection(CompositeType type, int depth) {
        if (depth < DEEPEST && fieldsLeft > 0) {
            if (chance(6)) return inlineFragment(type, depth);
            if (chance(6)) return spread(type, depth);
            if (chance(8)) return exclusiveFields(type);
        }
        List<OutputField> fields = new ArrayList<>(type instanceof ImplementingType with ? with.fields() : List.of());
        if (depth >= DEEPEST || fieldsLeft <= 0)
            fields.removeIf(field -> !field.type().isLeaf());
        if (fields.isEmpty() || chance(10)) return typename();
        if (type == schema.queryType() && chance(20) && depth < DEEPEST) {
            return field(type, chance(2) ? Introspection.SCHEMA : Introspection.TYPE, DEEPEST - 2, true);
        }
        return field(type, pick(fields), depth, true);
    }

    private String typename() {
        return chance(2) ? "__typename" : alias("type", "__typename||String!") + "__typename";
    }

    private String field(CompositeType parent, OutputField field, int depth, boolean mayBeConditional) {
        fieldsLeft--;
        String arguments = arguments(field.arguments());
        String directives = directives(DirectiveLocation.FIELD);
        String text = alias(field.name(), field.name() + "|" + arguments + "|" + field.type())
                + field.name()
                + arguments
                + (mayBeConditional ? condition() : "")
                + directives;
        boolean outer = inSubscription;
        inSubscription = false;
        if (field.type().named() instanceof CompositeType type) text += " " + selections(type, depth + 1);
        inSubscription = outer;
        return text;
    }

    /** {@code alias: }, or nothing. What has the same signature may have the same response name, all else never. */
    private String alias(String name, String signature) {
        if (!chance(8) && signature.equals(signatures.computeIfAbsent(name, key -> signature))) return "";
        String alias = name + random.nextInt(3);
        while (!signature.equals(signatures.computeIfAbsent(alias, key -> signature))) alias = name + ++counter;
        return alias.equals(name) ? "" : alias + ": ";
    }

    /** Different fields of different objects, of the same shape, under one response name. */
    private String exclusiveFields(CompositeType type) {
        String alias = "exclusive" + ++counter;
        signatures.put(alias, alias);
        Map<String, List<String>> byType = new LinkedHashMap<>();
        for (ObjectType object : schema.possibleTypes(type)) {
            for (OutputField field : object.fields()) {
                if (!field.type().isLeaf() || field.arguments().stream().anyMatch(InputValue::isRequired)) continue;
                List<String> same = byType.computeIfAbsent(field.type().toString(), key -> new ArrayList<>());
                String text = "... on " + object.name() + " { " + alias + ": " + field.name() + " }";
                if (same.stream().noneMatch(other -> other.startsWith("... on " + object.name() + " "))) same.add(text);
            }
        }
        return byType.isEmpty() ? typename() : String.join(" ", pick(List.copyOf(byType.values())));
    }

    private String inlineFragment(CompositeType type, int depth) {
        if (chance(3)) {
            return "..." + condition() + directives(DirectiveLocation.INLINE_FRAGMENT) + " "
                    + selections(type, depth + 1);
        }
        CompositeType condition = overlapping(type);
        return "... on " + condition.name() + condition() + directives(DirectiveLocation.INLINE_FRAGMENT) + " "
                + selections(condition, depth + 1);
    }

    private CompositeType overlapping(CompositeType type) {
        List<CompositeType> types = new ArrayList<>();
        for (DefinedType other : schema.types()) {
            if (other instanceof CompositeType composite && schema.overlap(type, composite)) types.add(composite);
        }
        return pick(types);
    }

    private String spread(CompositeType type, int depth) {
        List<Fragment> fitting = done.stream()
                .filter(fragment -> schema.overlap(type, fragment.type))
                .toList();
        Fragment fragment = fitting.isEmpty() || chance(2) ? newFragment(overlapping(type), depth) : pick(fitting);
        used.addAll(fragment.variables);
        return "..." + fragment.name + condition() + directives(DirectiveLocation.FRAGMENT_SPREAD);
    }

    private Fragment newFragment(CompositeType type, int depth) {
        Set<String> outer = used;
        used = new LinkedHashSet<>();
        String name = "Fragment" + ++counter;
        String text = "fragment " + name + " on " + type.name() + directives(DirectiveLocation.FRAGMENT_DEFINITION)
                + " " + selections(type, depth + 1);
        Fragment fragment = new Fragment(name, type, used);
        fragments.add(text);
        done.add(fragment);
        used = outer;
        return fragment;
    }

    private String condition() {
        if (inSubscription || !chance(8)) return "";
        String name = chance(2) ? "skip" : "include";
        InputValue argument =
                Objects.requireNonNull(schema.directive(name)).arguments().getFirst();
        return " @" + name + "(if: " + value(argument.type(), false, false, 0) + ")";
    }

    private String directives(DirectiveLocation location) {
        StringBuilder text = new StringBuilder();
        for (DirectiveType directive : schema.directives()) {
            if (directive.isBuiltIn() || !directive.locations().contains(location) || !chance(10)) continue;
            int count = directive.isRepeatable() ? 1 + random.nextInt(2) : 1;
            for (int i = 0; i < count; i++) {
                text.append(" @").append(directive.name()).append(arguments(directive.arguments()));
            }
        }
        return text.toString();
    }

    private String constantDirectives(DirectiveLocation location) {
        StringBuilder text = new StringBuilder();
        for (DirectiveType directive : schema.directives()) {
            boolean needs = directive.arguments().stream().anyMatch(InputValue::isRequired);
            if (directive.isBuiltIn() || needs || !directive.locations().contains(location) || !chance(6)) continue;
            text.append(" @").append(directive.name());
        }
        return text.toString();
    }

    private String arguments(List<InputValue> definitions) {
        List<String> given = new ArrayList<>();
        for (InputValue definition : definitions) {
            if (!definition.isRequired() && !chance(3)) continue;
            String value = value(definition.type(), definition.defaultValue() != null, false, 0);
            given.add(random.nextInt(given.size() + 1), definition.name() + ": " + value);
        }
        return given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
    }

    /** @param must whether not even a variable may be null */
    private String value(Type type, boolean hasDefault, boolean must, int depth) {
        if (chance(4)) return "$" + variable(type, hasDefault, must).name;
        return literal(must && !type.isNonNull() ? new NonNull(type) : type, true, depth);
    }

    private Variable variable(Type place, boolean hasDefault, boolean must) {
        Type type = place;
        if (must || chance(4)) type = place.isNonNull() ? place : new NonNull(place);
        boolean mayBeNullable = type.isNonNull() && !must;
        if (mayBeNullable && hasDefault && chance(2)) type = type.nullable();
        boolean needsDefault = mayBeNullable && type.isNonNull() && place.isNonNull() && chance(3);
        if (needsDefault) type = type.nullable();
        String defaultValue = needsDefault || chance(4) ? literal(new NonNull(type.nullable()), false, 0) : null;
        for (Variable known : variables.values()) {
            boolean fits = known.type.equals(type) && (known.defaultValue != null || !needsDefault);
            if (fits && chance(2)) return use(known);
        }
        Variable variable = new Variable("variable" + ++counter, type, defaultValue);
        variables.put(variable.name, variable);
        return use(variable);
    }

    private Variable use(Variable variable) {
        used.add(variable.name);
        return variable;
    }

    private String literal(Type type, boolean mayHaveVariables, int depth) {
        if (!type.isNonNull() && chance(6)) return "null";
        return switch (type.nullable()) {
            case ListOf list -> listLiteral(list.type(), mayHaveVariables, depth);
            case InputObjectType input -> objectLiteral(input, mayHaveVariables, depth);
            case DefinedType leaf -> Printer.print(dev.perigee.language.Parser.parseConstValue(leafLiteral(leaf)));
            case NonNull nonNull -> throw new IllegalStateException();
        };
    }

    private String item(Type type, boolean mayHaveVariables, int depth) {
        return mayHaveVariables ? value(type, false, false, depth) : literal(type, false, depth);
    }

    private String listLiteral(Type item, boolean mayHaveVariables, int depth) {
        boolean single = chance(4) && !(item.nullable() instanceof ListOf);
        if (single) return literal(new NonNull(item.nullable()), mayHaveVariables, depth + 1);
        List<String> items = new ArrayList<>();
        for (int i = depth > 2 ? 0 : random.nextInt(3); i > 0; i--) items.add(item(item, mayHaveVariables, depth + 1));
        return "[" + String.join(", ", items) + "]";
    }

    private String objectLiteral(InputObjectType type, boolean mayHaveVariables, int depth) {
        List<String> given = new ArrayList<>();
        for (InputValue field : given(type, depth)) {
            boolean hasDefault = field.defaultValue() != null;
            String value = mayHaveVariables
                    ? value(field.type(), hasDefault, type.isOneOf(), depth + 1)
                    : literal(type.isOneOf() ? new NonNull(field.type()) : field.type(), false, depth + 1);
            given.add(random.nextInt(given.size() + 1), field.name() + ": " + value);
        }
        return "{" + String.join(", ", given) + "}";
    }

    private List<InputValue> given(InputObjectType type, int depth) {
        if (!type.isOneOf()) {
            return type.fields().stream()
                    .filter(field -> field.isRequired() || (depth < 3 && chance(3)))
                    .toList();
        }
        List<InputValue> leaves =
                type.fields().stream().filter(field -> field.type().isLeaf()).toList();
        return List.of(pick(leaves.isEmpty() || (depth < 2 && chance(2)) ? type.fields() : leaves));
    }

    private String leafLiteral(DefinedType type) {
        if (type instanceof EnumType enumType) return pick(enumType.values()).name();
        return switch (type.name()) {
            case "Int" -> String.valueOf(random.nextInt());
            case "Float" -> pick(List.of("1", "-0.5", "1.5e10", "3"));
            case "Boolean" -> String.valueOf(random.nextBoolean());
            case "String" -> pick(List.of("\"a\"", "\"\"", "\"\"\"block\"\"\"", "\"\\u00e9\\n\""));
            case "ID" -> pick(List.of("\"a\"", "42"));
            default -> pick(List.of("1", "\"x\"", "{any: [thing, 1.5]}", "[]", "E", "true"));
        };
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : used) {
            Variable variable = Objects.requireNonNull(variables.get(name));
            boolean required = variable.type.isNonNull() && variable.defaultValue == null;
            // A null would be right for the type, but not wherever a default value lets a nullable variable stand.
            if (required || !chance(3)) values.put(name, plain(new NonNull(variable.type.nullable()), 0));
        }
        return values;
    }

    private Object plain(Type type, int depth) {
        if (!type.isNonNull() && chance(6)) return null;
        return switch (type.nullable()) {
            case ListOf list -> {
                List<Object> items = new ArrayList<>();
                for (int i = depth > 2 ? 0 : random.nextInt(3); i > 0; i--) items.add(plain(list.type(), depth + 1));
                yield items;
            }
            case InputObjectType input -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                for (InputValue field : given(input, depth)) {
                    Type given = input.isOneOf() ? new NonNull(field.type()) : field.type();
                    fields.put(field.name(), plain(given, depth + 1));
                }
                yield fields;
            }
            case EnumType enumType ->
                pick(enumType.values().stream().map(EnumMember::name).toList());
            case ScalarType scalar -> plainScalar(scalar);
            default -> throw new IllegalStateException(type + " is no input type");
        };
    }

    private Object plainScalar(ScalarType scalar) {
        return switch (scalar.name()) {
            case "Int" -> random.nextInt();
            case "Float" -> pick(List.of(1, -0.5, 1.5e10));
            case "Boolean" -> random.nextBoolean();
            case "ID" -> pick(List.of("a", 42));
            default -> "text";
        };
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }
}
