package dev.perigee.validation;

import dev.perigee.language.NullValue;
import dev.perigee.language.VariableDefinition;
import dev.perigee.schema.Type;
import org.jspecify.annotations.Nullable;

/** A variable that an operation declares. */
final class DeclaredVariable {
    private final VariableDefinition definition;
    private final @Nullable Type type;

    /** A note of {@link VariableFlow}: whether the operation uses it, directly or in fragments. */
    boolean isUsed;

    /** @param type null if the schema has no such type */
    DeclaredVariable(VariableDefinition definition, @Nullable Type type) {
        this.definition = definition;
        this.type = type;
    }

    VariableDefinition definition() {
        return definition;
    }

    String name() {
        return definition.name();
    }

    @Nullable Type type() {
        return type;
    }

    /** Whether a variable that the request leaves out is not null all the same. */
    boolean hasNonNullDefault() {
        return definition.defaultValue() != null && !(definition.defaultValue() instanceof NullValue);
    }
}
