/**
 * The smallest servers, side by side: the same graph with the schema first, and with the code first. Read
 * {@link dev.perigee.examples.persona.SchemaFirst}, then {@link dev.perigee.examples.persona.CodeFirst}.
 */
@NullMarked
package dev.perigee.examples.persona;

import org.jspecify.annotations.NullMarked;
