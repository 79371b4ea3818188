package dev.perigee.examples.blog.posts;

import dev.perigee.data.ClientException;

/** The input of {@code addPost}, by the names of its fields. Whoever holds one has a valid one. */
record NewPost(long authorId, String title, String text) {
    private static final int LONGEST_TITLE = 200;

    NewPost {
        if (title.isBlank()) throw new ClientException("BAD_USER_INPUT", "A post needs a title.");
        if (title.length() > LONGEST_TITLE) {
            throw new ClientException("BAD_USER_INPUT", "A title has at most " + LONGEST_TITLE + " characters.");
        }
    }
}
