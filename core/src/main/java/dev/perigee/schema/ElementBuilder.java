package dev.perigee.schema;

import dev.perigee.language.Argument;
import dev.perigee.language.Directive;
import dev.perigee.language.Location;
import dev.perigee.language.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all that is built in a schema has: a description, and directives. Builders are for one thread.
 *
 * @param <B> the builder itself
 */
public abstract sealed class ElementBuilder<B extends ElementBuilder<B>>
        permits TypeBuilder, MemberBuilder, SchemaBuilder {
    private final List<Directive> directives = new ArrayList<>();
    private @Nullable String description;

    ElementBuilder() {}

    /** In Markdown, as CommonMark has it. */
    public B description(String description) {
        this.description = description;
        return self();
    }

    /** Puts a directive on it. */
    public B apply(String directive) {
        return apply(directive, Map.of());
    }

    /**
     * Puts a directive with arguments on it.
     *
     * @param arguments Strings, Booleans, Numbers, enum constants, Lists, Maps, null, or literals
     */
    public B apply(String directive, Map<String, ? extends @Nullable Object> arguments) {
        List<Argument> nodes = new ArrayList<>(arguments.size());
        arguments.forEach((name, value) -> nodes.add(new Argument(name, Literals.of(value), Location.NONE)));
        return apply(new Directive(directive, nodes, Location.NONE));
    }

    B apply(Directive directive) {
        directives.add(directive);
        return self();
    }

    List<Directive> directives() {
        return directives;
    }

    @Nullable StringValue description() {
        return description == null ? null : new StringValue(description, true, Location.NONE);
    }

    abstract B self();
}
