package dev.perigee.schema;

import dev.perigee.language.Directive;
import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.EnumValueDefinition;
import dev.perigee.language.InputValueDefinition;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * No directive stands on something that its own definition needs: its arguments, their types, and what is in those.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Type-System.Directives.Type-Validation">Type Validation</a>
 */
final class DirectiveCycles {
    private final Definitions definitions;
    private final SchemaProblems problems;

    DirectiveCycles(Definitions definitions, SchemaProblems problems) {
        this.definitions = definitions;
        this.problems = problems;
    }

    /** A directive with its {@code @}, or a type, which may have the same name. */
    private record Named(boolean isDirective, String name) {}

    void check() {
        List<Named> directives = definitions.directives().keySet().stream()
                .map(name -> new Named(true, name))
                .toList();
        for (List<Named> component : StronglyConnected.components(directives, this::needed)) {
            Named first = component.getFirst();
            boolean cycle = component.size() > 1 || needed(first).contains(first);
            if (cycle) component.forEach(this::report);
        }
    }

    private Collection<Named> needed(Named node) {
        Set<Named> needed = new LinkedHashSet<>();
        if (node.isDirective()) {
            DirectiveDefinition definition = definitions.directives().get(node.name());
            if (definition != null) definition.arguments().forEach(argument -> input(argument, needed));
            return needed;
        }
        for (TypePart part : definitions.parts(node.name())) {
            directives(part.directives(), needed);
            for (EnumValueDefinition value : part.values()) directives(value.directives(), needed);
            for (InputValueDefinition field : part.inputFields()) input(field, needed);
        }
        return needed;
    }

    private static void input(InputValueDefinition input, Set<Named> needed) {
        directives(input.directives(), needed);
        needed.add(new Named(false, Wrapping.named(input.type()).name()));
    }

    private static void directives(List<Directive> directives, Set<Named> needed) {
        for (Directive directive : directives) needed.add(new Named(true, directive.name()));
    }

    private void report(Named node) {
        DirectiveDefinition definition = definitions.directives().get(node.name());
        if (!node.isDirective() || definition == null) return;
        problems.add(
                "Directive \"@%s\" must not need itself, through its arguments or their types.".formatted(node.name()),
                Places.withoutDescription(definition));
    }
}
