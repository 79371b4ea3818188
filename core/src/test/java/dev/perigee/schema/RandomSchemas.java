package dev.perigee.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes valid schemas with everything that a schema can have, the same ones for the same seed. The query type has a
 * field of every output type, so that all of them can be reached.
 */
public final class RandomSchemas {
    private static final List<String> BUILT_IN = List.of("Int", "Float", "String", "Boolean", "ID");
    private static final List<String> TEXTS = List.of(
            "a",
            "Two words.",
            "with \"quotes\"",
            "back\\slash",
            "two\nlines",
            "  indented",
            "\u00e9\u4e16\ud83d\ude00",
            "three \"\"\" quotes",
            "trailing \\",
            "tab\tin it",
            "");

    private final Random random;
    private final int size;
    private final StringBuilder out = new StringBuilder();
    private final List<String> scalars;
    private final List<String> enums;
    private final List<String> inputs;
    private final List<String> interfaces;
    private final List<String> objects;
    private final List<String> unions;
    private final List<String> directives;
    private final Map<String, List<String>> enumValues = new LinkedHashMap<>();
    private final Map<String, Map<String, Input>> inputFields = new LinkedHashMap<>();
    private final Map<String, Set<String>> implemented = new LinkedHashMap<>();
    private final Map<String, Map<String, Field>> fields = new LinkedHashMap<>();
    private final Map<String, Declared> declared = new LinkedHashMap<>();
    private boolean plain;

    private record Declared(List<String> locations, boolean repeatable, boolean hasArguments) {}

    private record Input(String name, String type, String defaultValue) {
        String print() {
            return name + ": " + type + (defaultValue == null ? "" : " = " + defaultValue);
        }
    }

    private record Field(String name, List<Input> arguments, String type, boolean inherited) {}

    private RandomSchemas(long seed, int size) {
        this.random = new Random(seed);
        this.size = size;
        this.scalars = names("Scalar", size / 3);
        this.enums = names("Enum", 1 + size / 3);
        this.inputs = names("Input", size);
        this.interfaces = names("Interface", size / 2);
        this.objects = names("Object", 1 + size);
        this.unions = names("Union", size / 3);
        this.directives = names("directive", size / 3);
    }

    /** The SDL of a schema of about so many types of each kind. */
    public static String sdl(long seed, int size) {
        return new RandomSchemas(seed, size).print();
    }

    /** As {@link #sdl}, but without directives of its own: what introspection can tell of. */
    public static String introspectable(long seed, int size) {
        RandomSchemas schemas = new RandomSchemas(seed, size);
        schemas.plain = true;
        return schemas.print();
    }

    /** Such a schema with a few mistakes, if not always one that makes it invalid. */
    public static String broken(long seed, int size) {
        return mutated(sdl(seed % 50, size), new Random(seed));
    }

    /** Mostly one name in place of another; or one token less, twice, or in place of another. */
    private static String mutated(String sdl, Random random) {
        List<String> tokens = new ArrayList<>(List.of(sdl.split("(?<=\\W)|(?=\\W)")));
        for (int i = 0; i <= random.nextInt(3); i++) {
            boolean names = random.nextInt(4) != 0;
            int at = pick(tokens, names, random);
            switch (names ? 3 : random.nextInt(4)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.add(at, tokens.get(at) + " ");
                default -> tokens.set(at, tokens.get(pick(tokens, names, random)));
            }
        }
        return String.join("", tokens);
    }

    private static int pick(List<String> tokens, boolean names, Random random) {
        while (true) {
            int at = random.nextInt(tokens.size());
            String token = tokens.get(at);
            if (names ? Character.isLetter(token.charAt(0)) : !token.isBlank()) return at;
        }
    }

    private List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    private String print() {
        boolean defaultNames = chance(2);
        String query = defaultNames ? "Query" : "TheQuery";
        boolean mutation = chance(2);
        if (!defaultNames || !plain && chance(3)) {
            line(description("") + "schema" + applied("SCHEMA") + " { query: " + query
                    + (mutation ? " mutation: " + objects.getFirst() : "") + " }");
        }
        directives.forEach(this::directive);
        scalars.forEach(name -> line(description("") + "scalar " + name + specifiedBy() + applied("SCALAR")));
        enums.forEach(this::enumType);
        List<String> backwards = new ArrayList<>(inputs);
        Collections.reverse(backwards); // a default value may need those of later inputs
        backwards.forEach(name -> inputFields.put(name, inputFields(name)));
        inputs.forEach(this::inputType);
        interfaces.forEach(this::plan);
        objects.forEach(this::plan);
        interfaces.forEach(name -> implementing("interface", "INTERFACE", name));
        objects.forEach(name -> implementing("type", "OBJECT", name));
        unions.forEach(this::union);
        line("type " + query + " {");
        for (String type : outputs()) line("  the" + type + arguments() + ": " + wrap(type));
        line("}");
        return out.toString();
    }

    private void directive(String name) {
        List<String> locations = new ArrayList<>();
        for (DirectiveLocation location : DirectiveLocation.values()) {
            if (chance(2) && location != DirectiveLocation.ARGUMENT_DEFINITION) locations.add(location.name());
        }
        if (locations.isEmpty()) locations.add("OBJECT");
        String arguments = chance(2) ? "(x: " + pick(BUILT_IN) + ", y: [Int] = [1, null])" : "";
        String description = description("");
        boolean repeatable = chance(2);
        declared.put(name, new Declared(locations, repeatable, !arguments.isEmpty()));
        line(description + "directive @" + name + arguments + (repeatable ? " repeatable" : "") + " on "
                + String.join(" | ", locations));
    }

    private String applied(String location) {
        if (plain || !chance(4)) return "";
        StringBuilder text = new StringBuilder();
        declared.forEach((name, directive) -> {
            if (!directive.locations().contains(location)) return;
            String arguments = directive.hasArguments() && chance(2) ? "(y: [" + random.nextInt(9) + "])" : "";
            text.append(" @").append(name).append(arguments);
            if (directive.repeatable() && chance(3)) text.append(" @").append(name);
        });
        return text.toString();
    }

    private void enumType(String name) {
        List<String> values = names("VALUE_", 1 + random.nextInt(size + 1));
        enumValues.put(name, values);
        line(description("") + "enum " + name + applied("ENUM") + " {");
        int inDefinition = inDefinition(values.size());
        for (int i = 0; i < values.size(); i++) {
            if (i == inDefinition) line("}\nextend enum " + name + " {");
            line(description("  ") + "  " + values.get(i) + deprecated() + applied("ENUM_VALUE"));
        }
        line("}");
    }

    private Map<String, Input> inputFields(String name) {
        Map<String, Input> fields = new LinkedHashMap<>();
        boolean oneOf = isOneOf(name);
        for (String field : names("in", 1 + random.nextInt(size + 1))) {
            boolean later = chance(2) || fields.isEmpty();
            String named = fields.isEmpty() ? pick(BUILT_IN) : pick(later ? leavesAndLater(name) : leavesAnd(inputs));
            String type = oneOf || !later ? nullable(wrap(named)) : wrap(named);
            boolean mayDefault = !oneOf && (later || !inputs.contains(named)) && chance(2);
            fields.put(field, new Input(field, type, mayDefault ? literal(type, 0) : null));
        }
        return fields;
    }

    private static boolean isOneOf(String name) {
        return name.endsWith("3") || name.endsWith("7");
    }

    private List<String> leavesAndLater(String input) {
        return leavesAnd(inputs.subList(inputs.indexOf(input) + 1, inputs.size()));
    }

    private List<String> leavesAnd(List<String> others) {
        List<String> names = new ArrayList<>(BUILT_IN);
        names.addAll(scalars);
        names.addAll(enums);
        names.addAll(others);
        return names;
    }

    private void inputType(String name) {
        List<Input> nodes = List.copyOf(inputFields.get(name).values());
        line(description("") + "input " + name + (isOneOf(name) ? " @oneOf" : "") + applied("INPUT_OBJECT") + " {");
        int inDefinition = inDefinition(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            Input field = nodes.get(i);
            if (i == inDefinition) line("}\nextend input " + name + " {");
            boolean required = field.type().endsWith("!") && field.defaultValue() == null;
            line(description("  ") + "  " + field.print() + (required ? "" : deprecated())
                    + applied("INPUT_FIELD_DEFINITION"));
        }
        line("}");
    }

    /** Decides what a type implements and has: with an interface, all that it implements and has in turn. */
    private void plan(String name) {
        Set<String> own = new LinkedHashSet<>();
        Map<String, Field> planned = new LinkedHashMap<>();
        List<String> candidates =
                implemented.keySet().stream().filter(interfaces::contains).toList();
        for (int i = 0; i < 2 && !candidates.isEmpty(); i++) {
            String one = pick(candidates);
            List<String> all = new ArrayList<>(implemented.get(one));
            all.add(one);
            for (String each : all) inherit(each, own, planned, objects.contains(name));
        }
        for (String field : names("own" + name + "_", 1 + random.nextInt(size + 1))) {
            planned.put(field, new Field(field, inputs(), wrap(pick(outputs())), false));
        }
        implemented.put(name, own);
        fields.put(name, planned);
    }

    private void inherit(String from, Set<String> own, Map<String, Field> planned, boolean mayDiffer) {
        if (!own.add(from)) return;
        fields.get(from)
                .forEach((name, field) -> planned.computeIfAbsent(name, key -> {
                    List<Input> arguments = new ArrayList<>(field.arguments());
                    if (mayDiffer && chance(3))
                        arguments.add(new Input("extra" + random.nextInt(1000), "[Int!]", null));
                    boolean narrower = mayDiffer && !field.type().endsWith("!") && chance(3);
                    return new Field(name, arguments, field.type() + (narrower ? "!" : ""), true);
                }));
    }

    private void implementing(String keyword, String location, String name) {
        Set<String> own = implemented.get(name);
        String interfaces = own.isEmpty() ? "" : " implements " + String.join(" & ", own);
        line(description("") + keyword + " " + name + interfaces + applied(location) + " {");
        List<Field> nodes = List.copyOf(fields.get(name).values());
        int inDefinition = inDefinition(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            Field field = nodes.get(i);
            if (i == inDefinition) line("}\nextend " + keyword + " " + name + " {");
            line(description("  ") + "  " + field.name() + print(field.arguments()) + ": " + field.type()
                    + (field.inherited() ? "" : deprecated()) + applied("FIELD_DEFINITION"));
        }
        line("}");
    }

    private void union(String name) {
        Set<String> members = new LinkedHashSet<>();
        for (int i = 0; i <= random.nextInt(size + 1); i++) members.add(pick(objects));
        line(description("") + "union " + name + applied("UNION") + " = " + String.join(" | ", members));
    }

    private List<String> outputs() {
        List<String> outputs = new ArrayList<>(leavesAnd(List.of()));
        outputs.addAll(interfaces);
        outputs.addAll(objects);
        outputs.addAll(unions);
        return outputs;
    }

    private String arguments() {
        return print(inputs());
    }

    private List<Input> inputs() {
        List<Input> arguments = new ArrayList<>();
        for (String name : names("arg", Math.max(0, random.nextInt(5) - 2))) {
            String type = wrap(pick(leavesAnd(inputs)));
            arguments.add(new Input(name, type, chance(2) ? literal(type, 0) : null));
        }
        return arguments;
    }

    private String print(List<Input> arguments) {
        if (arguments.isEmpty()) return "";
        return arguments.stream().map(Input::print).collect(Collectors.joining(", ", "(", ")"));
    }

    /** A literal of a type: fields of input objects that need not be given are mostly left out, deep down always. */
    private String literal(String type, int depth) {
        if (!type.endsWith("!") && chance(5)) return "null";
        String inner = nullable(type);
        if (inner.startsWith("[")) {
            String item = inner.substring(1, inner.length() - 1);
            if (depth > 3) return "[]";
            if (chance(5) && !item.startsWith("["))
                return literal(item + (item.endsWith("!") ? "" : "!"), depth + 1); // wraps itself
            return list(() -> literal(item, depth + 1), random.nextInt(3));
        }
        return switch (inner) {
            case "Int" -> String.valueOf(random.nextInt());
            case "Float" -> pick(List.of("1", "-0.5", "1.5e10", "3"));
            case "String" -> quoted();
            case "Boolean" -> String.valueOf(random.nextBoolean());
            case "ID" -> chance(2) ? quoted() : "42";
            default -> {
                if (enums.contains(inner)) yield pick(enumValues.get(inner));
                if (scalars.contains(inner)) yield pick(List.of("1", "\"x\"", "{ any: [thing, 1.5] }", "[]", "E"));
                yield object(inner, depth);
            }
        };
    }

    private String list(Supplier<String> item, int count) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < count; i++) items.add(item.get());
        return "[" + String.join(", ", items) + "]";
    }

    private String object(String name, int depth) {
        List<Input> all = List.copyOf(inputFields.get(name).values());
        if (isOneOf(name)) {
            Input one = pick(all.stream()
                    .filter(field -> !inputs.contains(named(field.type())))
                    .toList());
            return "{ " + one.name() + ": " + literal(one.type() + "!", depth + 1) + " }";
        }
        List<String> given = new ArrayList<>();
        for (Input field : all) {
            boolean required = field.type().endsWith("!") && field.defaultValue() == null;
            boolean planned = !inputs.contains(named(field.type())) || inputFields.containsKey(named(field.type()));
            if (required || (planned && depth < 2 && chance(3))) {
                given.add(field.name() + ": " + literal(field.type(), depth + 1));
            }
        }
        return "{ " + String.join(", ", given) + " }";
    }

    private String wrap(String name) {
        String type = name;
        for (int i = random.nextInt(4); i > 1; i--) type = "[" + type + (chance(2) ? "!" : "") + "]";
        return chance(3) ? type + "!" : type;
    }

    private static String named(String type) {
        return type.replaceAll("[\\[\\]!]", "");
    }

    private static String nullable(String type) {
        return type.endsWith("!") ? type.substring(0, type.length() - 1) : type;
    }

    private int inDefinition(int count) {
        return chance(4) && count > 1 ? 1 + random.nextInt(count - 1) : count;
    }

    private String description(String indent) {
        return chance(4) ? indent + quoted() + "\n" : "";
    }

    private String quoted() {
        String text = pick(TEXTS)
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
        return '"' + text + '"';
    }

    private String specifiedBy() {
        return chance(3) ? " @specifiedBy(url: \"https://example.com/" + random.nextInt(9) + "\")" : "";
    }

    private String deprecated() {
        if (!chance(6)) return "";
        return chance(2) ? " @deprecated" : " @deprecated(reason: " + quoted() + ")";
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
