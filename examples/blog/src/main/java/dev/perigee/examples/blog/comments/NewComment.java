package dev.perigee.examples.blog.comments;

import dev.perigee.data.ClientException;

/** The input of {@code addComment}, and what the HTTP service takes. Whoever holds one has a valid one. */
record NewComment(long postId, long authorId, String text) {
    private static final int LONGEST_TEXT = 1_000;

    NewComment {
        if (text.isBlank()) throw new ClientException("BAD_USER_INPUT", "A comment needs a text.");
        if (text.length() > LONGEST_TEXT) {
            throw new ClientException("BAD_USER_INPUT", "A comment has at most " + LONGEST_TEXT + " characters.");
        }
    }
}
