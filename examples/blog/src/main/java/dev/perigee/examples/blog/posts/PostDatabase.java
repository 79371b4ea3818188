package dev.perigee.examples.blog.posts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import dev.perigee.data.Context;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SQL database, by plain JDBC over a pool of connections. */
public final class PostDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostDatabase.class);
    private static final String INSERT = "insert into post (author_id, title, text, created_at) values (?, ?, ?, ?)";

    private final HikariDataSource pool = new HikariDataSource();

    /** @param database an empty one */
    public PostDatabase(DataSource database) {
        pool.setDataSource(database);
        pool.setPoolName("posts");
    }

    /** An empty H2 database in this process, which is gone with its last connection; the pool keeps some open. */
    public static DataSource inMemory() {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID());
        return database;
    }

    /** Makes the table and the sample posts. */
    public void start() throws SQLException, IOException {
        try (var connection = pool.getConnection();
                var tables = connection.createStatement()) {
            tables.execute(tables());
            insert(SamplePosts.all(), connection);
        }
    }

    private static void insert(List<Post> posts, Connection connection) throws SQLException {
        try (var rows = connection.prepareStatement(INSERT)) {
            for (Post post : posts) {
                bind(rows, post.authorId(), post.title(), post.text(), post.createdAt());
                rows.addBatch();
            }
            rows.executeBatch();
        }
    }

    /**
     * Posts by one statement, which is cancelled when nobody waits for them any more.
     *
     * @param parameters a collection of ids is given as an array
     */
    List<Post> query(String sql, Context context, Object... parameters) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(sql);
                var cancellation = context.onCancel(() -> cancel(statement))) {
            bind(statement, parameters);
            return read(statement);
        }
    }

    /** Adds a post, which is newer than all others. */
    Post insert(NewPost post, long createdAt) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(INSERT, new String[] {"id"})) {
            bind(statement, post.authorId(), post.title(), post.text(), createdAt);
            statement.execute();
            try (var keys = statement.getGeneratedKeys()) {
                keys.next();
                return new Post(keys.getLong("id"), post.authorId(), post.title(), post.text(), createdAt);
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof Collection<?> ids) value = arrayOf(ids, statement.getConnection());
            statement.setObject(i + 1, value);
        }
    }

    private static Object arrayOf(Collection<?> ids, Connection connection) throws SQLException {
        return connection.createArrayOf("bigint", ids.toArray());
    }

    private static List<Post> read(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            List<Post> posts = new ArrayList<>();
            while (rows.next()) posts.add(Post.read(rows));
            return posts;
        }
    }

    private static void cancel(PreparedStatement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) { // it runs to its end, which nobody waits for
            LOG.warn("A statement could not be cancelled", e);
        }
    }

    private static String tables() throws IOException {
        try (var script = PostDatabase.class.getResourceAsStream("tables.sql")) {
            if (script == null) throw new IOException("tables.sql is not on the class path");
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
