package dev.perigee.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.language.Document;
import dev.perigee.language.Parser;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.Printer;
import dev.perigee.language.Source;
import graphql.language.AstPrinter;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * From UTF-8 bytes to the tree, both with the limits that they have for such a document. graphql-java's parser reads
 * text, so decoding is part of its work, as it is on its users' servers.
 */
@State(Scope.Benchmark)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ParseBenchmark {
    @Param
    Input input = Input.INTROSPECTION;

    byte[] bytes = {};

    /** What is parsed. */
    public enum Input {
        INTROSPECTION,
        QUERY,
        SDL;

        byte[] read() {
            return switch (this) {
                case INTROSPECTION -> Texts.read("introspection.graphql");
                case QUERY -> Texts.read("shop.graphql");
                case SDL -> Texts.largeSchema();
            };
        }

        ParserLimits limits() {
            return this == SDL ? ParserLimits.SCHEMA : ParserLimits.REQUEST;
        }

        ParserOptions options() {
            return this == SDL
                    ? ParserOptions.getDefaultSdlParserOptions()
                    : ParserOptions.getDefaultOperationParserOptions();
        }
    }

    @Setup
    public void read() {
        bytes = input.read();
        byte[] printed = Printer.print(perigee()).getBytes(UTF_8);
        Same.require("tree", AstPrinter.printAst(parse(printed)), AstPrinter.printAst(graphqlJava()));
    }

    @Benchmark
    public Document perigee() {
        return Parser.parse(Source.of("document", bytes), input.limits());
    }

    @Benchmark
    public graphql.language.Document graphqlJava() {
        return parse(bytes);
    }

    private graphql.language.Document parse(byte[] document) {
        return graphql.parser.Parser.parse(ParserEnvironment.newParserEnvironment()
                .document(new String(document, UTF_8))
                .parserOptions(input.options())
                .build());
    }
}
