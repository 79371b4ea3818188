package dev.perigee.bench;

import dev.perigee.language.Document;
import dev.perigee.language.Parser;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.validation.Problem;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
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

/** All rules over a 3 KB query with fragments that is valid, parsed before; both refuse it with a mistake in it. */
@State(Scope.Benchmark)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ValidateBenchmark {
    private final Schema schema = Schema.of(Source.of("shop.graphqls", Texts.read("shop.graphqls")));
    private final GraphQLSchema peerSchema = new SchemaGenerator()
            .makeExecutableSchema(new SchemaParser().parse(Texts.text("shop.graphqls")), RuntimeWiring.MOCKED_WIRING);
    private final Document document = Parser.parse(Texts.read("shop.graphql"));
    private final graphql.language.Document peerDocument = graphql.parser.Parser.parse(Texts.text("shop.graphql"));

    /** Each mistake is of another rule: an unknown field, fields in conflict, an argument of the wrong type. */
    @Setup
    public void check() {
        if (!perigee().isEmpty()) throw new IllegalStateException("Perigee refuses the query: " + perigee());
        if (!graphqlJava().isEmpty()) throw new IllegalStateException("graphql-java refuses it: " + graphqlJava());
        requireRefused("slug", "slugg");
        requireRefused("sku", "name: id");
        requireRefused("first: 12", "first: \"12\"");
        requireRefused("...Thumbnail", "...Price");
    }

    @Benchmark
    public List<Problem> perigee() {
        return perigee(document);
    }

    @Benchmark
    public List<ValidationError> graphqlJava() {
        return graphqlJava(peerDocument);
    }

    private void requireRefused(String right, String wrong) {
        String broken = Texts.text("shop.graphql").replace(right, wrong);
        if (perigee(Parser.parse(broken)).isEmpty()) {
            throw new IllegalStateException("Perigee accepts " + wrong);
        }
        if (graphqlJava(graphql.parser.Parser.parse(broken)).isEmpty()) {
            throw new IllegalStateException("graphql-java accepts " + wrong);
        }
    }

    private List<Problem> perigee(Document query) {
        return dev.perigee.validation.Validator.validate(schema, query);
    }

    private List<ValidationError> graphqlJava(graphql.language.Document query) {
        return new Validator().validateDocument(peerSchema, query, Locale.ENGLISH);
    }
}
