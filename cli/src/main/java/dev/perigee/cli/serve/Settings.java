package dev.perigee.cli.serve;

import dev.perigee.execution.EngineLimits;
import dev.perigee.language.ParserLimits;
import dev.perigee.server.Cors;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code perigee.yaml} says. Immutable.
 *
 * @param schema files, which are there
 * @param code jars and class folders, which are there
 * @param sql null if no database is part of the graph
 * @param grpc null if no gRPC server is part of the graph
 * @param cors null if no other site may use the graph from a browser
 * @param auth null if it is left to the graph's own code who calls
 */
record Settings(
        List<Path> schema,
        List<Path> code,
        @Nullable SqlSettings sql,
        @Nullable GrpcSettings grpc,
        String host,
        int port,
        Mode mode,
        boolean hasGraphiql,
        boolean explains,
        @Nullable Cors cors,
        @Nullable AuthSettings auth,
        Transports transports,
        int maxRequestBytes,
        ParserLimits parserLimits,
        EngineLimits engineLimits,
        Duration gracePeriod) {
    Settings {
        schema = List.copyOf(schema);
        code = List.copyOf(code);
    }
}
