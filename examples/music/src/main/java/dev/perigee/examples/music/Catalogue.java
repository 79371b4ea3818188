package dev.perigee.examples.music;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What the store has: artists, their albums, and tracks with their prices. Ids are places in these lists, from 1. */
record Catalogue(List<String> artists, List<Album> albums, List<Track> tracks) {
    private static final int ARTISTS = 275;
    private static final int ALBUMS = 347;
    private static final int TRACKS = 3_503;
    private static final List<String> MEDIA_TYPES = List.of("MP3", "AAC", "FLAC", "Ogg Vorbis", "Video");
    private static final BigDecimal PRICE = new BigDecimal("0.99");
    private static final BigDecimal PRICE_OF_VIDEO = new BigDecimal("1.99");

    record Album(String title, int artistId) {}

    record Track(
            String name,
            int albumId,
            int mediaTypeId,
            int genreId,
            @Nullable String composer,
            int milliseconds) {
        BigDecimal price() {
            return mediaTypeId == MEDIA_TYPES.size() ? PRICE_OF_VIDEO : PRICE;
        }

        /** As files of a fixed rate have it. */
        int bytes() {
            return milliseconds * 33;
        }
    }

    static Catalogue make(Random random) {
        List<String> artists = List.copyOf(Words.artists(ARTISTS, random));
        List<Album> albums = new ArrayList<>();
        for (int i = 0; i < ALBUMS; i++) {
            // most artists have one, some several, some none yet
            albums.add(new Album(Words.title(random), 1 + (i < 204 ? i : random.nextInt(204))));
        }
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < TRACKS; i++) tracks.add(track(1 + i * ALBUMS / TRACKS, random));
        return new Catalogue(artists, albums, tracks);
    }

    private static Track track(int albumId, Random random) {
        int genreId = 1 + albumId * 7 % Words.GENRES.size();
        int mediaTypeId = random.nextInt(12) == 0 ? 1 + random.nextInt(MEDIA_TYPES.size()) : 1;
        String composer = random.nextInt(4) == 0
                ? null
                : Words.any(Words.FIRST_NAMES, random) + " " + Words.any(Words.LAST_NAMES, random);
        return new Track(
                Words.title(random), albumId, mediaTypeId, genreId, composer, 90_000 + random.nextInt(360_000));
    }

    void insert(Tables tables) throws SQLException {
        tables.insert("artist", "name", artists.stream().map(Catalogue::row).toList());
        tables.insert("genre", "name", Words.GENRES.stream().map(Catalogue::row).toList());
        tables.insert(
                "media_type", "name", MEDIA_TYPES.stream().map(Catalogue::row).toList());
        tables.insert(
                "album",
                "title, artist_id",
                albums.stream().map(album -> row(album.title, album.artistId)).toList());
        tables.insert(
                "track",
                "name, album_id, media_type_id, genre_id, composer, milliseconds, bytes, unit_price",
                tracks.stream()
                        .map(track -> row(
                                track.name,
                                track.albumId,
                                track.mediaTypeId,
                                track.genreId,
                                track.composer,
                                track.milliseconds,
                                track.bytes(),
                                track.price()))
                        .toList());
    }

    static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }
}
