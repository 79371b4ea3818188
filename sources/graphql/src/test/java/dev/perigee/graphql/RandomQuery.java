package dev.perigee.graphql;

import dev.perigee.schema.CompositeType;
import dev.perigee.schema.ImplementingType;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import java.util.List;
import java.util.Random;

/** Random valid queries of a schema, whose arguments are of the {@link Blog}. */
final class RandomQuery {
    private final Schema schema;
    private final Random random;
    private int aliases;

    RandomQuery(Schema schema, long seed) {
        this.schema = schema;
        this.random = new Random(seed);
    }

    String document() {
        return "query($yes: Boolean! = true, $no: Boolean! = false, $n: Int = 2) { used: __typename @include(if: $yes)"
                + " unused: __typename @skip(if: $no) echo(n: $n) " + fields(schema.queryType(), 4) + " }";
    }

    private String fields(ImplementingType type, int depth) {
        StringBuilder text = new StringBuilder();
        List<OutputField> fields = type.fields();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            OutputField field = fields.get(random.nextInt(fields.size()));
            if (!field.isLeaf() && depth == 0) continue;
            text.append(field(field, depth)).append(' ');
        }
        return text.append(alias("__typename")).toString();
    }

    /** All have aliases, so that no two have to be merged. */
    private String field(OutputField field, int depth) {
        String conditions = switch (random.nextInt(8)) {
            case 0 -> " @include(if: $no)";
            case 1 -> " @skip(if: $no)";
            case 2 -> " @include(if: $yes)";
            default -> "";
        };
        String below = field.namedType() instanceof CompositeType composite
                ? " { " + selection(composite, depth - 1) + " }"
                : "";
        return alias(field.name()) + arguments(field) + conditions + below;
    }

    private String alias(String name) {
        return random.nextInt(6) == 0 && name.equals("id")
                ? "name" + ++aliases + ": id"
                : "a" + ++aliases + ": " + name;
    }

    private String selection(CompositeType type, int depth) {
        if (type instanceof ObjectType object) return fields(object, depth);
        StringBuilder text = new StringBuilder(
                type instanceof ImplementingType shared ? fields(shared, depth) : alias("__typename"));
        for (ObjectType possible : schema.possibleTypes(type)) {
            if (random.nextBoolean()) continue;
            text.append(" ... on ")
                    .append(possible.name())
                    .append(" { ")
                    .append(fields(possible, depth))
                    .append(" }");
        }
        return text.toString();
    }

    private String arguments(OutputField field) {
        StringBuilder text = new StringBuilder();
        for (InputValue argument : field.arguments()) {
            String value = switch (argument.name()) {
                case "first", "n" -> random.nextBoolean() ? "$n" : "1";
                case "ids", "authors" -> "[\"u1\", \"nobody\", \"u3\"]";
                case "id" -> random.nextInt(4) == 0 ? "\"nobody\"" : "\"u" + (1 + random.nextInt(3)) + "\"";
                case "masked" -> random.nextBoolean() ? "true" : "false";
                case "text" -> "\"\"";
                default -> "";
            };
            if (value.isEmpty() || !argument.isRequired() && random.nextInt(3) == 0) continue;
            text.append(text.isEmpty() ? "" : ", ")
                    .append(argument.name())
                    .append(": ")
                    .append(value);
        }
        return text.isEmpty() ? "" : "(" + text + ")";
    }
}
