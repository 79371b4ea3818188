package dev.perigee.bench.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.perigee.bench.Same;
import dev.perigee.sql.Has;
import dev.perigee.sql.Key;
import dev.perigee.sql.NotNull;
import dev.perigee.sql.Table;
import dev.perigee.sql.graph.GraphOptions.ToMany;
import dev.perigee.sql.model.Ddl;
import dev.perigee.sql.model.RecordModels;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The last five notes of each of a thousand authors, from PostgreSQL: five of twenty, and five of two hundred. What is read
 * should be the same, and so should the time.
 */
@State(Scope.Benchmark)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LastOfEachBenchmark {
    private static final int AUTHORS = 1_000;

    @Table("author")
    record Author(
            @Key long id,
            @NotNull String name,
            @Has(by = "authorId") List<Note> notes) {}

    @Table("note")
    record Note(@Key long id, long authorId, @NotNull String text) {}

    @Param({"20", "200"})
    int notesOfEach = 20;

    private EmbeddedPostgres postgres;
    private HikariDataSource pool;
    private PerigeeSql perigee;

    @Setup
    public void open() throws Exception {
        postgres = EmbeddedPostgres.start();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
        pool = new HikariDataSource(config);
        var model = RecordModels.of(Author.class, Note.class);
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            Ddl.create(model, connection);
            statement.execute("insert into author select n, 'Author ' || n from generate_series(1, " + AUTHORS + ") n");
            statement.execute("insert into note select n, n % " + AUTHORS
                    + " + 1, 'Note ' || n from generate_series(1, " + AUTHORS * notesOfEach + ") n");
            statement.execute("create index on note (author_id, id)");
            statement.execute("vacuum analyze");
        }
        perigee = new PerigeeSql(
                pool, model, ToMany.LISTS, "{ authors(first: 1000) { nodes { name notes(last: 5) { text } } } }");
        Same.requireData(perigee.bytes());
    }

    @TearDown
    public void close() throws Exception {
        pool.close();
        postgres.close();
    }

    @Benchmark
    public byte[] perigee() {
        return perigee.bytes();
    }
}
