package dev.perigee.validation;

import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.NonNull;
import dev.perigee.schema.Schema;
import dev.perigee.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of a variable where it is used. Equal where the same is expected: a document has few different ones.
 *
 * @param type null if it is not known, such as within a literal for a custom scalar
 * @param hasDefault whether the argument or input field has a default value, for a variable that has no value
 * @param oneOf the type of the input object that it stands in, if only one field of that may be given; else null
 */
record VariablePosition(
        @Nullable Type type, boolean hasDefault, @Nullable InputObjectType oneOf) {
    /**
     * Whether a variable may stand here.
     *
     * @see <a href="https://spec.graphql.org/September2025/#IsVariableUsageAllowed()">IsVariableUsageAllowed</a>
     */
    boolean allows(DeclaredVariable variable, Schema schema) {
        Type declared = variable.type();
        if (declared == null || type == null) return true; // other rules say what is wrong there
        if (type instanceof NonNull nonNull && !declared.isNonNull()) {
            return (variable.hasNonNullDefault() || hasDefault) && schema.isSubtype(declared, nonNull.type());
        }
        return schema.isSubtype(declared, type) && (oneOf == null || declared.isNonNull());
    }

    /** Whether the variable is wrong only since null may not stand for the one field of the input object. */
    boolean isRightButNullable(DeclaredVariable variable, Schema schema) {
        return oneOf != null && variable.type() != null && type != null && schema.isSubtype(variable.type(), type);
    }
}
