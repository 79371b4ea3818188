package dev.perigee.bench.sql;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perigee.bench.sql.Nodes.AlbumNode;
import dev.perigee.bench.sql.Nodes.ArtistNode;
import dev.perigee.bench.sql.Nodes.TrackNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** Hibernate as its users have it for graphs: entities with lazy collections that are fetched in batches. */
final class HibernateBatches implements Answer, AutoCloseable {
    private final SessionFactory sessions;
    private final ObjectMapper json = new ObjectMapper();

    HibernateBatches(DataSource pool) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(ArtistEntity.class)
                .addAnnotatedClass(AlbumEntity.class)
                .addAnnotatedClass(TrackEntity.class);
        configuration.getProperties().put("hibernate.connection.datasource", pool);
        configuration.setProperty("hibernate.globally_quoted_identifiers", "true");
        configuration.setProperty("hibernate.default_batch_fetch_size", "1000");
        configuration.setProperty("hibernate.order_by.default_null_ordering", "none");
        this.sessions = configuration.buildSessionFactory();
    }

    @Override
    public byte[] bytes() throws IOException {
        List<ArtistNode> artists = sessions.fromSession(session -> {
            session.setDefaultReadOnly(true);
            return session
                    .createSelectionQuery("from ArtistEntity a order by a.id", ArtistEntity.class)
                    .setMaxResults(10)
                    .getResultList()
                    .stream()
                    .map(HibernateBatches::node)
                    .toList();
        });
        return json.writeValueAsBytes(Nodes.of(artists));
    }

    private static ArtistNode node(ArtistEntity artist) {
        List<AlbumNode> albums = new ArrayList<>();
        for (AlbumEntity album : artist.albums) {
            List<TrackNode> tracks = new ArrayList<>();
            for (TrackEntity track : album.tracks) tracks.add(new TrackNode(track.name, track.milliseconds));
            albums.add(new AlbumNode(album.title, tracks));
        }
        return new ArtistNode(artist.name, albums);
    }

    @Override
    public void close() {
        sessions.close();
    }

    @Entity(name = "ArtistEntity")
    @Table(name = "artist")
    static class ArtistEntity {
        @Id
        long id;

        String name = "";

        @OneToMany(mappedBy = "artist")
        @OrderBy("id")
        List<AlbumEntity> albums = new ArrayList<>();
    }

    @Entity(name = "AlbumEntity")
    @Table(name = "album")
    static class AlbumEntity {
        @Id
        long id;

        String title = "";

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "artist_id")
        ArtistEntity artist = new ArtistEntity();

        @OneToMany(mappedBy = "album")
        @OrderBy("id")
        List<TrackEntity> tracks = new ArrayList<>();
    }

    @Entity(name = "TrackEntity")
    @Table(name = "track")
    static class TrackEntity {
        @Id
        long id;

        String name = "";

        @Column
        int milliseconds;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "album_id")
        AlbumEntity album = new AlbumEntity();
    }
}
