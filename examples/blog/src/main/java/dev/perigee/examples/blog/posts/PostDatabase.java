package dev.perigee.examples.blog.posts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.database.SqlLimits;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The SQL database and the pool of its connections. */
public final class PostDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 10;

    private final HikariDataSource pool = new HikariDataSource();

    /** @param database an empty one */
    public PostDatabase(DataSource database) {
        pool.setDataSource(database);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setPoolName("posts");
    }

    /** An empty H2 database in this process, which is gone with its last connection; the pool keeps some open. */
    public static DataSource inMemory() {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID());
        return database;
    }

    /** Makes the table and the sample posts. */
    public PostStore start() throws SQLException, IOException {
        try (var connection = pool.getConnection();
                var tables = connection.createStatement()) {
            tables.execute(tables());
            PostStore.addAll(SamplePosts.all(), connection);
        }
        return new PostStore(Database.of(pool, CONNECTIONS, SqlLimits.DEFAULT));
    }

    @Override
    public void close() {
        pool.close();
    }

    private static String tables() throws IOException {
        try (var script = PostDatabase.class.getResourceAsStream("tables.sql")) {
            if (script == null) throw new IOException("tables.sql is not on the class path");
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
