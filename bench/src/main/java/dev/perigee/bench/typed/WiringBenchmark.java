package dev.perigee.bench.typed;

import dev.perigee.bench.Same;
import dev.perigee.bench.typed.graph.ArticleResolver;
import dev.perigee.bench.typed.graph.GraphResolvers;
import dev.perigee.bench.typed.graph.GraphWiring;
import dev.perigee.bench.typed.graph.QueryRoots;
import dev.perigee.data.Context;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.language.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/**
 * 1,000 articles with their authors, 50 of which are distinct, by one call for all articles: with the wiring that was generated
 * for the schema, and with one that a person wrote. The authors are in a map, so that nothing but the engine and the wiring takes
 * time.
 */
@State(Scope.Benchmark)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WiringBenchmark {
    private static final Request REQUEST = Request.of("{ articles { id title words author { id name email } } }");

    private final List<Article> articles = Article.list(1_000, 50);
    private final Map<Long, Author> authors = Author.byId(50);
    private Engine generated;
    private Engine byHand;

    @Setup
    public void start() throws Exception {
        Source schema = schema();
        Wiring.Builder modules = Wiring.builder();
        modules.module(new GraphWiring(new Resolvers(context -> articles, this::authorsOf)));
        generated = engine(schema, modules.build());
        byHand = engine(schema, wiringByHand());
        byte[] response = generated();
        Same.requireData(response);
        Same.require("response", response, byHand());
    }

    private record Resolvers(QueryRoots query, ArticleResolver article) implements GraphResolvers {}

    private Map<Article, Author> authorsOf(Set<Article> of, Context context) {
        Map<Article, Author> found = HashMap.newHashMap(of.size());
        for (Article article : of) found.put(article, Objects.requireNonNull(authors.get(article.authorId())));
        return found;
    }

    private Wiring wiringByHand() {
        return Wiring.builder()
                .query("articles", (arguments, context) -> articles)
                .type(
                        "Article",
                        Article.class,
                        fields -> fields.batch("author", (all, arguments, context) -> {
                            List<Author> found = new ArrayList<>(all.size());
                            for (Article article : all)
                                found.add(Objects.requireNonNull(authors.get(article.authorId())));
                            return found;
                        }))
                .type("Author", Author.class)
                .build();
    }

    private static Engine engine(Source schema, Wiring wiring) {
        return Engine.builder(wiring.reader(List.of(schema)).read())
                .wiring(wiring)
                .build();
    }

    private static Source schema() throws IOException {
        try (InputStream sdl = WiringBenchmark.class.getResourceAsStream("/articles.graphqls")) {
            return Source.of("articles.graphqls", Objects.requireNonNull(sdl).readAllBytes());
        }
    }

    @Benchmark
    public byte[] generated() {
        return generated.execute(REQUEST).bytes();
    }

    @Benchmark
    public byte[] byHand() {
        return byHand.execute(REQUEST).bytes();
    }
}
