package dev.perigee.schema;

import dev.perigee.language.Location;
import dev.perigee.language.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An argument of a field or a directive, or a field of an input object type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#InputValueDefinition">Field Arguments</a>
 */
public final class InputValue extends Member {
    private final InputOwner owner;
    private final Type type;
    private final @Nullable Value defaultValue;
    private final boolean isRequired;
    private volatile @Nullable InputResult<@Nullable Object> coercedDefault;

    InputValue(
            InputOwner owner,
            String name,
            @Nullable String description,
            Type type,
            @Nullable Value defaultValue,
            @Nullable String deprecationReason,
            Location location) {
        super(name, description, deprecationReason, location);
        this.owner = owner;
        this.type = type;
        this.defaultValue = defaultValue;
        this.isRequired = type.isNonNull() && defaultValue == null;
    }

    public Type type() {
        return type;
    }

    /** The default value as it is written; null if there is none, a {@code NullValue} if it is {@code null}. */
    public @Nullable Value defaultValue() {
        return defaultValue;
    }

    /**
     * The default value, coerced to the type as {@link InputCoercion} does it; null if it is null.
     *
     * @throws IllegalStateException if there is none
     */
    public @Nullable Object coercedDefault() {
        InputResult<@Nullable Object> coerced = coercedDefault;
        if (coerced == null) {
            if (defaultValue == null) throw new IllegalStateException(coordinate() + " has no default value.");
            coerced = InputCoercion.coerceLiteral(defaultValue, type, Map.of(), coordinate());
            coercedDefault = coerced; // two threads may both do it, with the same outcome
        }
        return coerced.value();
    }

    /** Whether a value must be given: the type is non-null, and there is no default value. */
    public boolean isRequired() {
        return isRequired;
    }

    /** Its schema coordinate, such as {@code Post.comments(last:)}, {@code PostInput.title} or {@code @include(if:)}. */
    @Override
    public String coordinate() {
        return owner.coordinate(name());
    }
}
