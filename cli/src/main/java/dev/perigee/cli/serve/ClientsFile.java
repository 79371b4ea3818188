package dev.perigee.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.perigee.server.auth.TokenClient;
import dev.perigee.settings.Problems;
import dev.perigee.settings.SettingsGroup;
import dev.perigee.settings.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * The file with the clients of a token endpoint. What is added comes at its end, so that all that people have written in
 * it stays as it is.
 */
public final class ClientsFile {
    private final Path file;

    private ClientsFile(Path file) {
        this.file = file;
    }

    /**
     * The one that settings name; null if they name none.
     *
     * @param settings a {@code perigee.yaml}
     * @throws ServeException if that is no settings
     */
    public static @Nullable ClientsFile of(Path settings) throws ServeException, IOException {
        Problems problems = new Problems(settings);
        MappingNode mapping = Yaml.read(settings, problems);
        problems.check(ServeException::new);
        SettingsGroup auth = new SettingsGroup(mapping, problems).group("auth");
        if (!auth.has("clients") || auth.isGroup("clients")) return null;
        String name = auth.text("clients", "a file with clients, such as clients.yaml");
        problems.check(ServeException::new);
        return name == null ? null : new ClientsFile(settings.resolveSibling(name));
    }

    /** What stands in a file for a client. */
    public static String entry(TokenClient client) {
        return ClientEntry.text(client);
    }

    public Path path() {
        return file;
    }

    /** @throws ServeException if it has the client already, or is not a file of clients; it stays as it is then */
    public void add(TokenClient client) throws ServeException, IOException {
        String before = Files.exists(file) ? Files.readString(file) : "";
        if (before.lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#"))) checkFor(client);
        String gap = before.isEmpty() ? "" : before.endsWith("\n") ? "\n" : "\n\n";
        Files.write(file, (gap + entry(client)).getBytes(UTF_8), CREATE, APPEND);
    }

    private void checkFor(TokenClient client) throws ServeException, IOException {
        Problems problems = new Problems(file);
        MappingNode mapping = Yaml.read(file, problems);
        problems.check(ServeException::new);
        if (mapping == null || mapping.getFlowStyle() == FlowStyle.FLOW) {
            throw new ServeException(List.of(
                    file + " is a mapping in braces, to which nothing can be added. Write it over several lines."));
        }
        if (new SettingsGroup(mapping, problems).has(client.id())) {
            throw new ServeException(List.of(
                    file + " has a client \"" + client.id() + "\" already. Remove it first for another secret."));
        }
    }
}
