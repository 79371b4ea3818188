package dev.perigee.bench.sql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** What a careful engineer would write for this one response: the same statements, and a stream of JSON. */
final class JdbcByHand implements Answer {
    static final String ARTISTS = "select t.\"id\", t.\"name\" from \"artist\" t order by t.\"id\" limit 10";
    static final String ALBUMS = "select t.\"artist_id\", t.\"id\", t.\"title\" from \"album\" t"
            + " where t.\"artist_id\" = any(?) order by t.\"artist_id\", t.\"id\"";
    static final String TRACKS = "select t.\"album_id\", t.\"name\", t.\"milliseconds\" from \"track\" t"
            + " where t.\"album_id\" = any(?) order by t.\"album_id\", t.\"id\"";

    private final DataSource pool;
    private final JsonFactory json = new JsonFactory();

    JdbcByHand(DataSource pool) {
        this.pool = pool;
    }

    private record Artist(long id, String name) {}

    private record Album(long id, String title) {}

    private record Track(String name, int milliseconds) {}

    @Override
    public byte[] bytes() throws SQLException, IOException {
        List<Artist> artists = new ArrayList<>();
        Map<Long, List<Album>> albums = new HashMap<>();
        Map<Long, List<Track>> tracks = new HashMap<>();
        try (Connection connection = pool.getConnection()) {
            read(connection, artists, albums, tracks);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 << 10);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            write(artists, albums, tracks, out);
        }
        return bytes.toByteArray();
    }

    private static void read(
            Connection connection, List<Artist> artists, Map<Long, List<Album>> albums, Map<Long, List<Track>> tracks)
            throws SQLException {
        List<Long> artistIds = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ARTISTS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                artists.add(new Artist(row.getLong(1), row.getString(2)));
                artistIds.add(row.getLong(1));
            }
        }
        List<Long> albumIds = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ALBUMS)) {
            statement.setArray(1, connection.createArrayOf("bigint", artistIds.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    albums.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(new Album(row.getLong(2), row.getString(3)));
                    albumIds.add(row.getLong(2));
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(TRACKS)) {
            statement.setArray(1, connection.createArrayOf("bigint", albumIds.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tracks.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(new Track(row.getString(2), row.getInt(3)));
                }
            }
        }
    }

    private static void write(
            List<Artist> artists, Map<Long, List<Album>> albums, Map<Long, List<Track>> tracks, JsonGenerator out)
            throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("data");
        out.writeObjectFieldStart("artists");
        out.writeArrayFieldStart("nodes");
        for (Artist artist : artists) {
            out.writeStartObject();
            out.writeStringField("name", artist.name());
            out.writeArrayFieldStart("albums");
            for (Album album : albums.getOrDefault(artist.id(), List.of())) {
                out.writeStartObject();
                out.writeStringField("title", album.title());
                out.writeArrayFieldStart("tracks");
                for (Track track : tracks.getOrDefault(album.id(), List.of())) {
                    out.writeStartObject();
                    out.writeStringField("name", track.name());
                    out.writeNumberField("milliseconds", track.milliseconds());
                    out.writeEndObject();
                }
                out.writeEndArray();
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
    }

    /** What it sends. */
    static Set<String> statements() {
        return Set.of(ARTISTS, ALBUMS, TRACKS);
    }
}
