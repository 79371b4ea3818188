package dev.perigee.examples.blog.posts;

import dev.perigee.data.Context;
import dev.perigee.sql.Records;
import dev.perigee.sql.SqlSource;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.graph.PageLimits;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.RecordModels;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The posts, for the graph and for Java code. Thread-safe. */
public final class PostStore {
    private static final Model MODEL = RecordModels.of(Post.class);
    private static final PageLimits PAGES = new PageLimits(5, 100);
    private static final String INSERT = "insert into post (author_id, title, text, created_at) values (?, ?, ?, ?)";

    private final Database database;
    private final Records<Post> ids;

    PostStore(Database database) throws SQLException {
        this.database = database;
        this.ids = graph().build().records(Post.class).select("{ id }");
    }

    /** What the graph reads posts by, for the modules that have something to say about it. */
    public SqlSource.Builder graph() {
        return SqlSource.builder(database, MODEL).pageLimits(PAGES);
    }

    public boolean has(long id, Context context) throws Exception {
        return !ids.within(context.remaining()).byKey(List.of(id)).isEmpty();
    }

    /** Adds a post, which is newer than all others. */
    Post add(NewPost post, long createdAt) throws SQLException {
        try (var connection = database.connection();
                var statement = connection.prepareStatement(INSERT, new String[] {"id"})) {
            bind(statement, post.authorId(), post.title(), post.text(), createdAt);
            statement.execute();
            try (var keys = statement.getGeneratedKeys()) {
                keys.next();
                return new Post(keys.getLong("id"), post.authorId(), post.title(), post.text(), createdAt);
            }
        }
    }

    static void addAll(List<Post> posts, Connection connection) throws SQLException {
        try (var rows = connection.prepareStatement(INSERT)) {
            for (Post post : posts) {
                bind(rows, post.authorId(), post.title(), post.text(), post.createdAt());
                rows.addBatch();
            }
            rows.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
    }
}
