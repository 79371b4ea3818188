/**
 * Users: a gRPC service, and what it brings to the graph. Read
 * {@link dev.perigee.examples.blog.users.UserGraph} first.
 */
@NullMarked
package dev.perigee.examples.blog.users;

import org.jspecify.annotations.NullMarked;
