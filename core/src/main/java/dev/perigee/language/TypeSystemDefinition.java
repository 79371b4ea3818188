package dev.perigee.language;

import org.jspecify.annotations.Nullable;

/**
 * A definition of the type system.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Type-System">Type System</a>
 */
public sealed interface TypeSystemDefinition extends Definition
        permits SchemaDefinition, TypeDefinition, DirectiveDefinition {
    @Nullable StringValue description();
}
