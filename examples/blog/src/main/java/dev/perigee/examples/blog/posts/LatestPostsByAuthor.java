package dev.perigee.examples.blog.posts;

import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import dev.perigee.examples.blog.paging.Latest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The newest posts of each author, one statement a batch. It reads the rows of these authors, not the table. */
final class LatestPostsByAuthor implements Loader<Latest, List<Post>> {
    static final String NEWEST_OF_EACH = """
        select * from (
            select post.*, row_number() over (partition by author_id order by id desc) as place
            from post where author_id = any(?))
        where place <= ? order by id desc
        """;

    private final PostDatabase database;

    LatestPostsByAuthor(PostDatabase database) {
        this.database = database;
    }

    @Override
    public Map<Latest, List<Post>> load(Set<Latest> keys, Context context) throws SQLException {
        var posts = database.query(NEWEST_OF_EACH, context, Latest.owners(keys), Latest.most(keys));
        return Latest.share(keys, posts, Post::authorId);
    }

    @Override
    public String source() {
        return "sql";
    }
}
