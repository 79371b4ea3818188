/**
 * A graph over HTTP, by the specification "GraphQL over HTTP" of September 2026, with GraphiQL and a health check. May
 * use all of core, Armeria and Jackson. Read {@link dev.perigee.server.GraphServer}, then {@code GraphqlService}.
 *
 * @see <a href="https://http-spec.graphql.org/September2026/">GraphQL over HTTP</a>
 */
@NullMarked
package dev.perigee.server;

import org.jspecify.annotations.NullMarked;
