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
public final class InputObjectType implements DefinedType {
    private final String name;
    private final @Nullable String description;
    private final boolean oneOf;
    private final Location location;
    private Members<InputValue> fields = Members.none();
    private List<InputValue> requiredFields = List.of();
    private List<AppliedDirective> appliedDirectives = List.of();

    InputObjectType(String name, @Nullable String description, boolean oneOf, Location location) {
        this.name = name;
        this.description = description;
        this.oneOf = oneOf;
        this.location = location;
    }

    /** Called once, before the schema is visible to anyone: types refer to each other in circles. */
    void complete(Members<InputValue> fields) {
        this.fields = fields;
        this.requiredFields =
                fields.list().stream().filter(InputValue::isRequired).toList();
    }

    void apply(List<AppliedDirective> directives) {
        this.appliedDirectives = directives;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable String description() {
        return description;
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

    @Override
    public List<AppliedDirective> appliedDirectives() {
        return appliedDirectives;
    }

    @Override
    public Location location() {
        return location;
    }

    @Override
    public String toString() {
        return name;
    }
}
