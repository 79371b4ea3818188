/**
 * A blog whose posts live in an SQL database, whose users come from a gRPC service and whose comments come from an HTTP
 * service. Each has a package of its own, which holds the backend and its part of the graph, and knows only the packages
 * before it: {@code users}, {@code posts}, {@code comments}. Read {@link dev.perigee.examples.blog.BlogModule} first.
 */
@NullMarked
package dev.perigee.examples.blog;

import org.jspecify.annotations.NullMarked;
