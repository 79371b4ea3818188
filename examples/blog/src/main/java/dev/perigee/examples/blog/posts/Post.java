package dev.perigee.examples.blog.posts;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A row of the table {@code post}.
 *
 * @param createdAt in seconds since the epoch
 */
public record Post(long id, long authorId, String title, String text, long createdAt) {
    static Post read(ResultSet row) throws SQLException {
        return new Post(
                row.getLong("id"),
                row.getLong("author_id"),
                row.getString("title"),
                row.getString("text"),
                row.getLong("created_at"));
    }
}
