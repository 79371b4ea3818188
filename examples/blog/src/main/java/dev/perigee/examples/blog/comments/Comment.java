package dev.perigee.examples.blog.comments;

/**
 * A comment, as the HTTP service says it in JSON.
 *
 * @param createdAt in seconds since the epoch
 */
public record Comment(long id, long postId, long authorId, String text, long createdAt) {}
