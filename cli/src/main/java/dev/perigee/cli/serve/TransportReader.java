package dev.perigee.cli.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perigee.server.DocumentSettings;
import dev.perigee.server.StreamSettings;
import dev.perigee.settings.FilePattern;
import dev.perigee.settings.Problems;
import dev.perigee.settings.SettingsGroup;
import dev.perigee.settings.SettingsGroup.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the settings of {@code subscriptions}, {@code batches}, {@code documents} and {@code cacheControl}. */
final class TransportReader {
    private static final Duration A_MILLISECOND = Duration.ofMillis(1);
    private static final String SOME_DOCUMENTS =
            "files of documents, such as queries/*.graphql or documents.json, an object of documents by identifier";

    private final Path directory;
    private final Problems problems;

    TransportReader(Path directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    Transports read(SettingsGroup all) throws IOException {
        Transports standard = Transports.DEFAULT;
        StreamSettings streams = streams(all.group("subscriptions"));
        int maxBatch = all.integer("batches", standard.maxBatch(), 0, 1_000);
        DocumentSettings documents = documents(all, all.group("documents"));
        String cacheControl = all.text("cacheControl", "a text, such as \"private, max-age=60\"");
        return new Transports(
                streams, maxBatch, documents, cacheControl == null ? standard.cacheControl() : cacheControl);
    }

    private static StreamSettings streams(SettingsGroup group) {
        StreamSettings standard = StreamSettings.DEFAULT;
        Set<String> headers = group.texts("initHeaders", "names of headers, such as authorization").stream()
                .map(Text::value)
                .collect(Collectors.toSet());
        StreamSettings streams = new StreamSettings(
                group.flag("webSocket", standard.hasWebSocket()),
                group.flag("events", standard.hasEvents()),
                group.duration("initTimeout", standard.initTimeout(), A_MILLISECOND),
                group.duration("pings", standard.pingInterval(), A_MILLISECOND),
                group.duration("stall", standard.maxStall(), A_MILLISECOND),
                group.integer("operations", standard.maxOperations(), 1, Integer.MAX_VALUE),
                group.integer("connections", standard.maxConnections(), 1, Integer.MAX_VALUE),
                group.has("initHeaders") ? headers : standard.initHeaders());
        group.rejectUnknown();
        return streams;
    }

    private DocumentSettings documents(SettingsGroup all, SettingsGroup group) throws IOException {
        int automatic = group.bytes("automatic", DocumentSettings.NONE.automaticBytes());
        Map<String, String> trusted = new LinkedHashMap<>();
        for (Text pattern : group.texts("trusted", SOME_DOCUMENTS)) {
            List<Path> files = FilePattern.find(directory, pattern.value());
            if (files.isEmpty())
                problems.add(pattern.node(), "Nothing in " + directory + " matches \"" + pattern.value() + "\".");
            for (Path file : files) add(file, pattern, trusted);
        }
        boolean isOnly = group.flag("only", DocumentSettings.NONE.isTrustedOnly());
        group.rejectUnknown();
        if (isOnly && trusted.isEmpty()) {
            if (!group.has("trusted"))
                problems.add(
                        all.place("documents"),
                        "\"documents\" with \"only\" needs \"trusted\", " + SOME_DOCUMENTS + ".");
            isOnly = false;
        }
        return new DocumentSettings(automatic, trusted, isOnly);
    }

    private void add(Path file, Text pattern, Map<String, String> trusted) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".json")) {
            try {
                Map<String, @Nullable String> documents =
                        new JsonMapper().readValue(Files.readAllBytes(file), new TypeReference<>() {});
                documents.forEach((id, document) -> add(id, document, file, pattern, trusted));
            } catch (JsonProcessingException e) {
                problems.add(pattern.node(), file + " is no JSON object of documents by identifier.");
            }
        } else {
            add(name.replaceFirst("\\.[^.]+$", ""), Files.readString(file), file, pattern, trusted);
        }
    }

    private void add(String id, @Nullable String document, Path file, Text pattern, Map<String, String> trusted) {
        if (document == null) {
            problems.add(pattern.node(), file + " has no document of the identifier \"" + id + "\".");
            return;
        }
        String other = trusted.putIfAbsent(id, document);
        if (other == null || other.equals(document)) return;
        problems.add(pattern.node(), file + " has another document of the identifier \"" + id + "\".");
    }
}
