package dev.perigee.language;

/**
 * What a document is made of.
 *
 * @see <a href="https://spec.graphql.org/September2025/#Definition">Document</a>
 */
public sealed interface Definition extends Node
        permits ExecutableDefinition, TypeSystemDefinition, TypeSystemExtension {}
