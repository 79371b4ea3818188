package dev.perigee.language;

import java.util.List;

/**
 * A directive as it is used: {@code @name(arguments)}.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Language.Directives">Directives</a>
 */
public record Directive(String name, List<Argument> arguments, Location location) implements Node {
    public Directive {
        arguments = ExactList.copyOf(arguments);
    }
}
