package dev.perigee.examples.music;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Playlists: two of everything, and some with the tracks of a genre or for an occasion. */
final class Playlists {
    private static final List<String> NAMES = List.of(
            "Everything",
            "All of it, again",
            "On the road",
            "Rainy days",
            "Early mornings",
            "Running",
            "Reading",
            "Cooking",
            "Dinner with friends",
            "Sunday",
            "Long nights",
            "Concentration",
            "Winter",
            "Summer",
            "Empty for now",
            "Ninety minutes",
            "Loud",
            "Quiet");
    private static final int WITH_EVERYTHING = 2;
    private static final int EMPTY = 14;
    private static final int OF_OTHERS = 114;

    private Playlists() {}

    static void insert(Catalogue catalogue, Random random, Tables tables) throws SQLException {
        List<@Nullable Object[]> playlists = new ArrayList<>(), tracks = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            playlists.add(Catalogue.row(NAMES.get(i)));
            int playlistId = i + 1;
            tracks(i, catalogue, random).forEach(trackId -> tracks.add(Catalogue.row(playlistId, trackId)));
        }
        tables.insert("playlist", "name", playlists);
        tables.insert("playlist_track", "playlist_id, track_id", tracks);
    }

    private static IntStream tracks(int playlist, Catalogue catalogue, Random random) {
        int all = catalogue.tracks().size();
        if (playlist < WITH_EVERYTHING) return IntStream.rangeClosed(1, all);
        if (playlist == EMPTY) return IntStream.empty();
        return random.ints(1, all + 1).distinct().limit(OF_OTHERS);
    }
}
