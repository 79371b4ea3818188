package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input object type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Input-Objects">Input Objects</a>
 */
public final class InputObjectType extends DefinedType {
    private final boolean oneOf;
    private Members<InputValue> fields = Members.none();
    private List<InputValue> requiredFields = List.of();

    InputObjectType(String name, @Nullable String description, boolean oneOf, Location location) {
        super(name, description, location);
        this.oneOf = oneOf;
    }

    /** Called once, before the schema is visible to anyone: types refer to each other in circles. */
    void complete(Members<InputValue> fields) {
        this.fields = fields;
        this.requiredFields =
                fields.list().stream().filter(InputValue::isRequired).toList();
    }

    /** Whether exactly one field must be given, and not null: {@code @oneOf}. */
    public boolean isOneOf() {
        return oneOf;
    }

    /** The fields in the order of the definition, then of its extensions. */
    public List<InputValue> fields() {
        return fields.list();
    }

    /** The fields that must be given. */
    List<InputValue> requiredFields() {
        return requiredFields;
    }

    /** A field by name, null if there is none. */
    public @Nullable InputValue field(String name) {
        return fields.find(name);
    }

    /** The names of the fields in their order. */
    public Collection<String> fieldNames() {
        return fields.names();
    }
}
