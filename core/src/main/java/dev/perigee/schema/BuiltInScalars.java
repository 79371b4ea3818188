package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Int, Float, String, Boolean and ID: the same objects in every schema.
 *
 * <p>How they coerce; all else is rejected, and nothing is truncated:
 *
 * <table>
 * <caption>Coercion of the built-in scalars</caption>
 * <tr><th></th><th>input, as JSON has it</th><th>literal</th><th>result</th></tr>
 * <tr><td>Int</td><td>a number without a fraction ({@code 1.0} has none) in 32 bits</td><td>an integer in 32 bits</td>
 *     <td>as input; true and false as 1 and 0; the text of such a number</td></tr>
 * <tr><td>Float</td><td>a number that is a finite double</td><td>an integer or float that is a finite double</td>
 *     <td>as input; true and false as 1 and 0; the text of such a number</td></tr>
 * <tr><td>String</td><td>a string</td><td>a string</td><td>any CharSequence; a Character, Boolean or finite number; an
 *     enum constant by its name; a UUID, URI, or value of java.time</td></tr>
 * <tr><td>Boolean</td><td>true or false</td><td>true or false</td><td>as input; a finite number: whether it is not 0</td>
 *     </tr>
 * <tr><td>ID</td><td>a string, or an integer of any size (not {@code 4.0})</td><td>a string or integer</td>
 *     <td>any CharSequence; an integer of any size, or a number without a fraction in 64 bits; an enum constant by its
 *     name; a UUID</td></tr>
 * </table>
 */
final class BuiltInScalars {
    static final ScalarType INT = scalar("Int", "A signed 32-bit integer.", new IntCoercion());
    static final ScalarType FLOAT =
            scalar("Float", "A signed double-precision number, as IEEE 754 has it.", new FloatCoercion());
    static final ScalarType STRING =
            scalar("String", "Text, as a sequence of Unicode characters.", new StringCoercion());
    static final ScalarType BOOLEAN = scalar("Boolean", "`true` or `false`.", new BooleanCoercion());
    static final ScalarType ID = scalar(
            "ID",
            "A unique identifier. It is written as a string, and not meant to be read by people; as input, a string or"
                    + " an integer is accepted.",
            new IdCoercion());

    private static final List<ScalarType> ALL = List.of(STRING, INT, FLOAT, BOOLEAN, ID);

    private BuiltInScalars() {}

    static List<ScalarType> all() {
        return ALL;
    }

    static @Nullable ScalarType of(String name) {
        return switch (name) {
            case "String" -> STRING;
            case "Int" -> INT;
            case "Float" -> FLOAT;
            case "Boolean" -> BOOLEAN;
            case "ID" -> ID;
            default -> null;
        };
    }

    static boolean isBuiltIn(ScalarType type) {
        return of(type.name()) == type;
    }

    private static ScalarType scalar(String name, String description, Coercion coercion) {
        return new ScalarType(name, description, null, coercion, Location.NONE);
    }
}
