package dev.perigee.examples.blog.posts;

import static java.util.stream.Collectors.toMap;

import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The newest posts of all. A key says how many: {@code { few: posts(last: 3) many: posts(last: 30) }} is one statement. */
final class LatestPosts implements Loader<Integer, List<Post>> {
    private final PostDatabase database;

    LatestPosts(PostDatabase database) {
        this.database = database;
    }

    @Override
    public Map<Integer, List<Post>> load(Set<Integer> counts, Context context) throws SQLException {
        var posts = database.query("select * from post order by id desc limit ?", context, Collections.max(counts));
        return counts.stream().collect(toMap(count -> count, count -> posts.subList(0, Math.min(count, posts.size()))));
    }

    @Override
    public String source() {
        return "sql";
    }
}
