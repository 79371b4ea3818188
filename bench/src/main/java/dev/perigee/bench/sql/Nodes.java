package dev.perigee.bench.sql;

import java.util.List;

/** The response as records, for the peers that fill objects: Jackson writes them. */
record Nodes(Data data) {
    record Data(Artists artists) {}

    record Artists(List<ArtistNode> nodes) {}

    record ArtistNode(String name, List<AlbumNode> albums) {}

    record AlbumNode(String title, List<TrackNode> tracks) {}

    record TrackNode(String name, int milliseconds) {}

    static Nodes of(List<ArtistNode> artists) {
        return new Nodes(new Data(new Artists(artists)));
    }
}
