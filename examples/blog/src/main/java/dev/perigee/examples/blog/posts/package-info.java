/**
 * Posts: an SQL database, and what it brings to the graph. Read
 * {@link dev.perigee.examples.blog.posts.Post} first, then {@link dev.perigee.examples.blog.posts.PostGraph}.
 */
@NullMarked
package dev.perigee.examples.blog.posts;

import org.jspecify.annotations.NullMarked;
