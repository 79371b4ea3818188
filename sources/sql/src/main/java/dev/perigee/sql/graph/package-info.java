/**
 * The graph of a model: its schema as SDL, the names in it, its scalars, and the reading of its arguments into
 * conditions, orders and pages. Knows of no connection and sends nothing. Uses core's {@code language}, {@code schema},
 * {@code data} and {@code json}, and this module's {@code model} and {@code statement}. Read
 * {@link dev.perigee.sql.graph.GraphSchema} and {@link dev.perigee.sql.graph.GraphNames} first.
 */
@NullMarked
package dev.perigee.sql.graph;

import org.jspecify.annotations.NullMarked;
