package dev.perigee.bench.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.perigee.sql.Has;
import dev.perigee.sql.Key;
import dev.perigee.sql.NotNull;
import dev.perigee.sql.Table;
import dev.perigee.sql.model.Ddl;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.RecordModels;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Artists with ten albums each, with ten tracks each, in a database of its own. */
final class MediaStore implements AutoCloseable {
    static final int ARTISTS = 10;
    static final int ALBUMS = 100;
    static final int TRACKS = 1_000;

    @Table("artist")
    record Artist(
            @Key long id,
            @NotNull String name,
            @Has(by = "artistId") List<Album> albums) {}

    @Table("album")
    record Album(
            @Key long id,
            @NotNull String title,
            long artistId,
            @Has(by = "albumId") List<Track> tracks) {}

    @Table("track")
    record Track(@Key long id, @NotNull String name, int milliseconds, long albumId) {}

    static final Model MODEL = RecordModels.of(Artist.class, Album.class, Track.class);

    private final HikariDataSource pool;
    private final @Nullable EmbeddedPostgres postgres;

    private MediaStore(HikariDataSource pool, @Nullable EmbeddedPostgres postgres) {
        this.pool = pool;
        this.postgres = postgres;
    }

    static MediaStore open(DatabaseKind kind) throws IOException, SQLException {
        EmbeddedPostgres postgres = kind == DatabaseKind.POSTGRESQL ? EmbeddedPostgres.start() : null;
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(10);
        config.setJdbcUrl(postgres == null ? "jdbc:h2:mem:media" : postgres.getJdbcUrl("postgres", "postgres"));
        MediaStore store = new MediaStore(new HikariDataSource(config), postgres);
        store.fill();
        return store;
    }

    HikariDataSource pool() {
        return pool;
    }

    private void fill() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Ddl.create(MODEL, connection);
            insert(connection, "artist", "\"id\", \"name\"", ARTISTS, 1, (row, id) -> row.setString(2, "Artist " + id));
            insert(connection, "album", "\"id\", \"title\", \"artist_id\"", ALBUMS, 2, (row, id) -> {
                row.setString(2, "Album number " + id);
                row.setLong(3, (id - 1) / 10 + 1);
            });
            insert(connection, "track", "\"id\", \"name\", \"milliseconds\", \"album_id\"", TRACKS, 3, (row, id) -> {
                row.setString(2, "Track " + id + " – its title");
                row.setInt(3, 180_000 + (int) id * 7);
                row.setLong(4, (id - 1) / 10 + 1);
            });
            try (var statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }
    }

    private interface Columns {
        void bind(PreparedStatement row, long id) throws SQLException;
    }

    private static void insert(Connection connection, String table, String columns, int rows, int more, Columns binder)
            throws SQLException {
        String text = "insert into \"" + table + "\" (" + columns + ") values (?" + ", ?".repeat(more) + ")";
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (long id = 1; id <= rows; id++) {
                statement.setLong(1, id);
                binder.bind(statement, id);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void close() throws IOException {
        pool.close();
        if (postgres != null) postgres.close();
    }
}
