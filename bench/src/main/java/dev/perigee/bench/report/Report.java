package dev.perigee.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import graphql.GraphQL;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curioswitch.common.protobuf.json.MessageMarshaller;
import org.dataloader.DataLoader;
import org.hibernate.SessionFactory;
import org.jooq.DSLContext;

/**
 * Makes the pages about what JMH has measured: {@code Report results.json docs} writes {@code benchmarks.md} and its chart,
 * {@code benchmarks-sql.md}, {@code benchmarks-grpc.md} and its chart, {@code benchmarks-typed.md}, as the results have it.
 */
public final class Report {
    private static final Pattern JAR = Pattern.compile(".*/([^/]+)-(\\d[^/]*)\\.jar");

    private Report() {}

    public static void main(String[] args) throws IOException {
        Measurements run = Measurements.read(Path.of(args[0]));
        Path folder = Files.createDirectories(Path.of(args[1]));
        if (run.has("ParseBenchmark")) {
            Page page = new Page(run, engines(), machine(run), LocalDate.now());
            Files.writeString(folder.resolve("benchmarks.md"), page.markdown());
            Files.writeString(folder.resolve("benchmarks.svg"), new Chart(run).svg());
        }
        if (run.has("NestedRowsBenchmark")) {
            SqlPage page = new SqlPage(run, libraries(), machine(run), LocalDate.now());
            Files.writeString(folder.resolve("benchmarks-sql.md"), page.markdown());
        }
        if (run.has("TranscodeBenchmark")) {
            GrpcPage page = new GrpcPage(run, grpcLibraries(), machine(run), LocalDate.now());
            Files.writeString(folder.resolve("benchmarks-grpc.md"), page.markdown());
            Files.writeString(folder.resolve("benchmarks-grpc.svg"), page.svg());
        }
        if (run.has("ClientBenchmark")) {
            TypedPage page = new TypedPage(run, version(ObjectMapper.class), machine(run), LocalDate.now());
            Files.writeString(folder.resolve("benchmarks-typed.md"), page.markdown());
        }
    }

    private static String engines() {
        return "%s, with %s and %s"
                .formatted(version(GraphQL.class), version(DataLoader.class), version(ObjectMapper.class));
    }

    private static String libraries() {
        return "%s, %s, and %s with %s; databases by %s and %s"
                .formatted(
                        version(DSLContext.class),
                        version(SessionFactory.class),
                        version(GraphQL.class),
                        version(DataLoader.class),
                        driver("jdbc:h2:"),
                        driver("jdbc:postgresql:"));
    }

    private static String grpcLibraries() {
        return "%s, %s, %s and %s"
                .formatted(
                        version(Message.class),
                        version(JsonFormat.class),
                        version(MessageMarshaller.class),
                        version(NettyChannelBuilder.class));
    }

    /** Name and version of the JDBC driver for such URLs. */
    private static String driver(String url) {
        try {
            return version(DriverManager.getDriver(url).getClass());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Name and version of a library, as its jar is called. */
    private static String version(Class<?> of) {
        Matcher jar = JAR.matcher(
                of.getProtectionDomain().getCodeSource().getLocation().getPath());
        if (!jar.matches()) throw new IllegalStateException("Not from a jar: " + of);
        return jar.group(1) + " " + jar.group(2);
    }

    private static String machine(Measurements run) {
        return "%s; %d cores, %s %s"
                .formatted(
                        run.vm(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
    }
}
