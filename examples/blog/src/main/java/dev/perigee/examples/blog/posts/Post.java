package dev.perigee.examples.blog.posts;

import dev.perigee.sql.Defaulted;
import dev.perigee.sql.Key;
import dev.perigee.sql.MaxLength;
import dev.perigee.sql.NotNull;

/**
 * A row of the table {@code post}.
 *
 * @param createdAt in seconds since the epoch
 */
public record Post(
        @Key @Defaulted long id,
        long authorId,
        @NotNull @MaxLength(200) String title,
        @NotNull String text,
        long createdAt) {}
