package dev.perigee.bench.sql;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.perigee.bench.Same;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Condition;
import dev.perigee.sql.statement.Dialect;
import dev.perigee.sql.statement.Keys;
import dev.perigee.sql.statement.Order;
import dev.perigee.sql.statement.Page;
import dev.perigee.sql.statement.Statement.Select;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One statement from its description to text: tracks of some albums, longer than a given time. Requests whose filters come as
 * variables need it each time; jOOQ is what would write it for several databases otherwise.
 */
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WriteBenchmark {
    private static final List<List<Object>> KEYS = List.of(List.of(1L), List.of(2L), List.of(3L));

    private final Table tracks = Objects.requireNonNull(MediaStore.MODEL.table("Track"));
    private final Column albumId = column("albumId");
    private final Column id = column("id");
    private final Column title = column("name");
    private final Column milliseconds = column("milliseconds");
    private final DSLContext jooq = DSL.using(SQLDialect.H2);
    private Dialect dialect;

    private Column column(String fieldName) {
        return Objects.requireNonNull(tracks.columnOfField(fieldName));
    }

    @Setup
    public void check() throws Exception {
        try (MediaStore store = MediaStore.open(DatabaseKind.H2);
                var connection = store.pool().getConnection()) {
            dialect = Dialect.of(connection);
        }
        Same.require("statement", plain(perigee()), plain(jooq()));
    }

    /** Without what jOOQ writes for safety and means nothing here: a cast, quotes of an alias, and brackets. */
    private static String plain(String text) {
        return text.replaceAll("cast\\(\\? as [a-z ]+\\)", "?")
                .replace("\"t\"", "t")
                .replaceAll("[()]", "");
    }

    @Benchmark
    public String perigee() {
        Keys keys = new Keys(tracks, List.of(albumId), List.of(), KEYS);
        Condition longer = new Condition.Compare(milliseconds, Condition.Operator.GREATER, 200_000);
        return dialect.write(new Select(
                        tracks,
                        List.of(title, milliseconds),
                        List.of(),
                        keys,
                        false,
                        longer,
                        List.of(Order.ascending(id)),
                        0,
                        Page.ALL))
                .text();
    }

    @Benchmark
    public String jooq() {
        var t = table(name("track")).as(name("t"));
        var albumIds = field(name("t", "album_id"), Long.class);
        var length = field(name("t", "milliseconds"), Integer.class);
        var ids = field(name("t", "id"), Long.class);
        return jooq.render(jooq.select(albumIds, field(name("t", "name"), String.class), length)
                .from(t)
                .where(condition("{0} = any({1})", albumIds, val(new Long[] {1L, 2L, 3L})))
                .and(length.gt(200_000))
                .orderBy(albumIds, ids));
    }
}
