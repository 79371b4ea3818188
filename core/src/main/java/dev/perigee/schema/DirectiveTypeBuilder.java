package dev.perigee.schema;

import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.Location;
import dev.perigee.language.Name;
import dev.perigee.language.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds the definition of a directive; starts with {@link Types#directive}. For one thread. */
public final class DirectiveTypeBuilder {
    private final String name;
    private final List<InputValueBuilder> arguments = new ArrayList<>();
    private final List<Name> locations = new ArrayList<>();
    private @Nullable String description;
    private boolean repeatable;

    DirectiveTypeBuilder(String name) {
        this.name = name;
    }

    /** In Markdown, as CommonMark has it. */
    public DirectiveTypeBuilder description(String description) {
        this.description = description;
        return this;
    }

    public DirectiveTypeBuilder argument(String name, TypeExpression type) {
        return argument(name, type, argument -> {});
    }

    /** An argument with what else is to say of it, such as its default value. */
    public DirectiveTypeBuilder argument(String name, TypeExpression type, Consumer<InputValueBuilder> more) {
        arguments.add(InputValueBuilder.build(name, type, more));
        return this;
    }

    /** It may stand more than once at one place. */
    public DirectiveTypeBuilder repeatable() {
        this.repeatable = true;
        return this;
    }

    /** Where it may stand. */
    public DirectiveTypeBuilder on(DirectiveLocation... locations) {
        for (DirectiveLocation location : locations) this.locations.add(new Name(location.name(), Location.NONE));
        return this;
    }

    DirectiveDefinition definition() {
        StringValue text = description == null ? null : new StringValue(description, true, Location.NONE);
        return new DirectiveDefinition(
                text, name, InputValueBuilder.definitions(arguments), repeatable, locations, Location.NONE);
    }

    void visitReferences(Consumer<TypeBuilder<?>> visitor) {
        arguments.forEach(argument -> argument.visitReferences(visitor));
    }
}
