package dev.perigee.bench.sql;

import dev.perigee.bench.Same;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jooq.SQLDialect;
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

/** Ten artists, their hundred albums and the thousand tracks of those, from the database to the bytes of JSON. */
@State(Scope.Benchmark)
@Fork(
        value = 4,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NestedRowsBenchmark {
    @Param
    DatabaseKind database = DatabaseKind.H2;

    private MediaStore store;
    private PerigeeSql perigee;
    private JdbcByHand byHand;
    private JooqMultiset jooq;
    private HibernateBatches hibernate;
    private GraphqlJavaJdbc graphqlJava;

    @Setup
    public void open() throws Exception {
        store = MediaStore.open(database);
        perigee = new PerigeeSql(store.pool());
        byHand = new JdbcByHand(store.pool());
        jooq = new JooqMultiset(store.pool(), database == DatabaseKind.H2 ? SQLDialect.H2 : SQLDialect.POSTGRES);
        hibernate = new HibernateBatches(store.pool());
        graphqlJava = new GraphqlJavaJdbc(store.pool());
        check();
    }

    private void check() throws Exception {
        byte[] expected = perigee.bytes();
        Same.requireData(expected);
        Same.require("response by hand", expected, byHand.bytes());
        Same.require("response of jOOQ", expected, jooq.bytes());
        Same.require("response of Hibernate", expected, hibernate.bytes());
        Same.require("response of graphql-java", expected, graphqlJava.bytes());
        Set<String> statements = Set.copyOf(perigee.statements());
        if (!statements.equals(JdbcByHand.statements())) {
            throw new IllegalStateException("Not the same statements: " + statements);
        }
    }

    @TearDown
    public void close() throws Exception {
        hibernate.close();
        store.close();
    }

    @Benchmark
    public byte[] perigee() {
        return perigee.bytes();
    }

    @Benchmark
    public byte[] jdbcByHand() throws Exception {
        return byHand.bytes();
    }

    @Benchmark
    public byte[] jooqMultiset() throws Exception {
        return jooq.bytes();
    }

    @Benchmark
    public byte[] hibernateBatches() throws Exception {
        return hibernate.bytes();
    }

    @Benchmark
    public byte[] graphqlJavaDataLoader() throws Exception {
        return graphqlJava.bytes();
    }
}
