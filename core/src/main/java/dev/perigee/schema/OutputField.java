package dev.perigee.schema;

import dev.perigee.language.Location;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object or interface type.
 *
 * @see <a href="https://spec.graphql.org/September2025/#FieldDefinition">Objects</a>
 */
public final class OutputField extends Member {
    private final String typeName;
    private final Members<InputValue> arguments;
    private final Type type;
    private final DefinedType namedType;
    private final boolean isLeaf;

    OutputField(
            String typeName,
            String name,
            @Nullable String description,
            Members<InputValue> arguments,
            Type type,
            @Nullable String deprecationReason,
            Location location) {
        super(name, description, deprecationReason, location);
        this.typeName = typeName;
        this.arguments = arguments;
        this.type = type;
        this.namedType = type.named();
        this.isLeaf = type.isLeaf();
    }

    /** The arguments in the order of the definition. */
    public List<InputValue> arguments() {
        return arguments.list();
    }

    /** An argument by name, null if there is none. */
    public @Nullable InputValue argument(String name) {
        return arguments.find(name);
    }

    /** The names of the arguments in their order. */
    public Collection<String> argumentNames() {
        return arguments.names();
    }

    public Type type() {
        return type;
    }

    /** The {@link Type#named} of its type. */
    public DefinedType namedType() {
        return namedType;
    }

    /** Whether its type is a {@linkplain Type#isLeaf leaf}, so that nothing is selected from it. */
    public boolean isLeaf() {
        return isLeaf;
    }

    /** Its schema coordinate, such as {@code Post.title}; for a meta field, its name. */
    @Override
    public String coordinate() {
        return typeName.isEmpty() ? name() : typeName + "." + name();
    }
}
