package dev.perigee.language;

import java.util.List;

/**
 * An extension of what is defined elsewhere.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Type-System-Extensions">Type System Extensions</a>
 */
public sealed interface TypeSystemExtension extends Definition permits SchemaExtension, TypeExtension {
    List<Directive> directives();
}
