/** Other GraphQL servers as sources of a graph: their fields with just what is selected below them, in batches. */
@NullMarked
package dev.perigee.graphql;

import org.jspecify.annotations.NullMarked;
