package dev.perigee.examples.blog.posts;

import static java.util.stream.Collectors.toMap;

import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** Posts by id, one statement a batch. An id without a row is left out of the map, and reads as null. */
public final class PostById implements Loader<Long, Post> {
    private final PostDatabase database;

    public PostById(PostDatabase database) {
        this.database = database;
    }

    @Override
    public Map<Long, Post> load(Set<Long> ids, Context context) throws SQLException {
        var posts = database.query("select * from post where id = any(?)", context, ids);
        return posts.stream().collect(toMap(Post::id, post -> post));
    }

    @Override
    public String source() {
        return "sql";
    }
}
