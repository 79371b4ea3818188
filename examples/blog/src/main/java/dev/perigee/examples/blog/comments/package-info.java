/**
 * Comments: an HTTP service, its client, and what it brings to the graph. Read
 * {@link dev.perigee.examples.blog.comments.CommentGraph} first.
 */
@NullMarked
package dev.perigee.examples.blog.comments;

import org.jspecify.annotations.NullMarked;
