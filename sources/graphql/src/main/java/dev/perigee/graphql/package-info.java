/**
 * Other GraphQL servers as sources of a graph: their fields with just what is selected below them, in batches. Uses the
 * engine's data layer and the client. Read {@link dev.perigee.graphql.GraphqlSource} first, then {@code RemoteLoad}.
 */
@NullMarked
package dev.perigee.graphql;

import org.jspecify.annotations.NullMarked;
