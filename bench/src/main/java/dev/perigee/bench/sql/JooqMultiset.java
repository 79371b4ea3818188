package dev.perigee.bench.sql;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perigee.bench.sql.Nodes.AlbumNode;
import dev.perigee.bench.sql.Nodes.ArtistNode;
import dev.perigee.bench.sql.Nodes.TrackNode;
import java.io.IOException;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** jOOQ's way to nested lists: one statement, with a {@code MULTISET} for each level. */
final class JooqMultiset implements Answer {
    private final DSLContext jooq;
    private final ObjectMapper json = new ObjectMapper();

    JooqMultiset(DataSource pool, SQLDialect dialect) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        this.jooq = DSL.using(pool, dialect);
    }

    @Override
    public byte[] bytes() throws IOException {
        Field<Long> artistId = field(name("artist", "id"), Long.class);
        Field<Long> albumId = field(name("album", "id"), Long.class);
        var tracks = multiset(select(
                                field(name("track", "name"), String.class),
                                field(name("track", "milliseconds"), Integer.class))
                        .from(table(name("track")))
                        .where(field(name("track", "album_id"), Long.class).eq(albumId))
                        .orderBy(field(name("track", "id"))))
                .convertFrom(rows -> rows.map(mapping(TrackNode::new)));
        var albums = multiset(select(field(name("album", "title"), String.class), tracks)
                        .from(table(name("album")))
                        .where(field(name("album", "artist_id"), Long.class).eq(artistId))
                        .orderBy(albumId))
                .convertFrom(rows -> rows.map(mapping(AlbumNode::new)));
        var artists = jooq.select(field(name("artist", "name"), String.class), albums)
                .from(table(name("artist")))
                .orderBy(artistId)
                .limit(10)
                .fetch(mapping(ArtistNode::new));
        return json.writeValueAsBytes(Nodes.of(artists));
    }
}
