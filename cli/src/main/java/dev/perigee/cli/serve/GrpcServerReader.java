package dev.perigee.cli.serve;

import dev.perigee.grpc.channel.HeaderRules;
import dev.perigee.grpc.channel.Upstream;
import dev.perigee.grpc.channel.UpstreamBuilder;
import dev.perigee.settings.FilePattern;
import dev.perigee.settings.Problems;
import dev.perigee.settings.SettingsGroup;
import dev.perigee.settings.SettingsGroup.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the settings of one server of {@code grpc}. */
final class GrpcServerReader {
    private static final String ADDRESSES = "addresses, such as localhost:50051";
    private static final String HEADERS = "names of headers";
    private static final String A_PEM = "a file with certificates, such as tls/ca.pem";
    private static final Duration A_MILLISECOND = Duration.ofMillis(1);

    private final Path directory;
    private final Problems problems;

    GrpcServerReader(Path directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    /** Null if it can't be, which is among the problems then. */
    @Nullable GrpcServerSettings read(Text name, SettingsGroup server) throws IOException {
        List<String> addresses = values(server, "addresses", ADDRESSES);
        IdlPlace idl = idl(server);
        UpstreamBuilder upstream = null;
        if (addresses.isEmpty()) problems.add(name.node(), "\"" + name.value() + "\" needs \"addresses\".");
        else upstream = upstream(name, addresses, server);
        if (upstream != null) server.rejectUnknown();
        return upstream == null ? null : new GrpcServerSettings(name.value(), upstream, idl);
    }

    private @Nullable UpstreamBuilder upstream(Text name, List<String> addresses, SettingsGroup server)
            throws IOException {
        Node place = name.node();
        try {
            UpstreamBuilder upstream = Upstream.to(name.value(), addresses);
            place = server.has("tls") ? server.place("tls") : place;
            security(upstream, server);
            place = name.node();
            times(upstream, server);
            limits(upstream, server.group("limits"));
            place = server.has("headers") ? server.place("headers") : place;
            upstream.headers(headers(server.group("headers")));
            place = server.has("serviceConfig") ? server.place("serviceConfig") : place;
            serviceConfig(upstream, server);
            return upstream;
        } catch (IllegalArgumentException e) {
            problems.add(place, "The server \"" + name.value() + "\" can't be: " + e.getMessage() + ".");
            return null;
        }
    }

    private void security(UpstreamBuilder upstream, SettingsGroup server) {
        String authority = server.text("authority", "a name, such as users.internal");
        if (authority != null) upstream.authority(authority);
        if (!server.isGroup("tls")) {
            if (server.flag("tls", false)) upstream.tls();
            return;
        }
        SettingsGroup tls = server.group("tls");
        Path authorities = file(tls, "ca", A_PEM);
        Path certificates = file(tls, "certificate", A_PEM);
        Path key = file(tls, "key", "a file with a key, such as tls/key.pem");
        tls.rejectUnknown();
        if (certificates != null && key != null) upstream.mutualTls(authorities, certificates, key);
        else if (certificates != null || key != null) {
            problems.add(server.place("tls"), "\"certificate\" and \"key\" go together.");
        } else if (authorities != null) upstream.tls(authorities);
        else upstream.tls();
    }

    private static void times(UpstreamBuilder upstream, SettingsGroup server) {
        if (server.has("deadline")) upstream.deadline(server.duration("deadline", A_MILLISECOND, A_MILLISECOND));
        if (server.has("streamDeadline")) {
            upstream.streamDeadline(server.duration("streamDeadline", A_MILLISECOND, A_MILLISECOND));
        }
        SettingsGroup deadlines = server.group("deadlines");
        for (Text method : deadlines.names()) {
            upstream.deadline(method.value(), deadlines.duration(method.value(), A_MILLISECOND, A_MILLISECOND));
        }
        if (!server.has("keepAlive")) return;
        SettingsGroup keepAlive = server.group("keepAlive");
        upstream.keepAlive(
                keepAlive.duration("after", Duration.ofMinutes(5), Duration.ofSeconds(10)),
                keepAlive.duration("timeout", Duration.ofSeconds(20), A_MILLISECOND),
                keepAlive.flag("idle", false));
        keepAlive.rejectUnknown();
    }

    private static void limits(UpstreamBuilder upstream, SettingsGroup limits) {
        if (limits.has("messageBytes")) upstream.maxMessageBytes(limits.bytes("messageBytes", 1));
        if (limits.has("metadataBytes")) upstream.maxMetadataBytes(limits.bytes("metadataBytes", 1));
        if (limits.has("concurrentCalls")) {
            upstream.maxConcurrentCalls(limits.integer("concurrentCalls", 1, 1, Integer.MAX_VALUE));
        }
        if (limits.has("waitingCalls")) {
            upstream.maxWaitingCalls(limits.integer("waitingCalls", 0, 0, Integer.MAX_VALUE));
        }
        limits.rejectUnknown();
    }

    private static HeaderRules headers(SettingsGroup headers) {
        HeaderRules.Builder rules = HeaderRules.builder();
        rules.forward(values(headers, "forward", HEADERS).toArray(String[]::new));
        rules.giveBack(values(headers, "back", HEADERS).toArray(String[]::new));
        SettingsGroup renamed = headers.group("forwardAs");
        for (Text name : renamed.names()) {
            String metadata = renamed.text(name.value(), "the name of metadata");
            if (metadata != null) rules.forwardAs(name.value(), metadata);
        }
        SettingsGroup renamedBack = headers.group("backAs");
        for (Text name : renamedBack.names()) {
            String header = renamedBack.text(name.value(), "the name of a header");
            if (header != null) rules.giveBackAs(name.value(), header);
        }
        SettingsGroup constants = headers.group("constants");
        for (Text name : constants.names()) {
            String value = constants.text(name.value(), "a text; a number needs quotes");
            if (value != null) rules.constant(name.value(), value);
        }
        if (!headers.flag("trace", true)) rules.withoutTraceContext();
        headers.rejectUnknown();
        return rules.build();
    }

    private void serviceConfig(UpstreamBuilder upstream, SettingsGroup server) throws IOException {
        Path file = file(server, "serviceConfig", "a file with gRPC's service config as JSON");
        if (file != null) upstream.serviceConfig(Files.readString(file));
        String service = server.text("healthCheck", "the name of a service, or \"\" for the server as such");
        if (service != null) upstream.healthCheck(service);
    }

    private IdlPlace idl(SettingsGroup server) throws IOException {
        List<Path> protos = files(server, "proto", "proto files, such as protos/**/*.proto");
        List<Path> includes = files(server, "protoPath", "folders that imports start from");
        List<Path> descriptors = files(server, "descriptors", "descriptor sets, such as users.binpb");
        if (server.has("proto") && server.has("descriptors")) {
            problems.add(server.place("descriptors"), "Either \"proto\" or \"descriptors\", not both.");
        }
        return new IdlPlace(protos, includes, descriptors);
    }

    private List<Path> files(SettingsGroup server, String name, String expected) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Text pattern : server.texts(name, expected)) {
            List<Path> matching = FilePattern.find(directory, pattern.value());
            if (matching.isEmpty()) {
                problems.add(pattern.node(), "There is nothing at " + directory.resolve(pattern.value()) + ".");
            }
            files.addAll(matching);
        }
        return files;
    }

    private @Nullable Path file(SettingsGroup settings, String name, String expected) {
        String text = settings.text(name, expected);
        if (text == null) return null;
        Path file = directory.resolve(text);
        if (Files.isRegularFile(file)) return file;
        problems.add(settings.place(name), "There is no " + file + ".");
        return null;
    }

    private static List<String> values(SettingsGroup settings, String name, String expected) {
        return settings.texts(name, expected).stream().map(Text::value).toList();
    }
}
