package dev.perigee.cli.serve;

import dev.perigee.server.auth.SecretHash;
import dev.perigee.server.auth.TokenClient;
import dev.perigee.settings.Problems;
import dev.perigee.settings.SettingsGroup;
import dev.perigee.settings.SettingsGroup.Text;
import dev.perigee.settings.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads the clients of the token endpoint: in {@code perigee.yaml}, or in a file of their own that it names. */
final class ClientsReader {
    private final Path directory;
    private final Problems problems;
    private final Function<String, @Nullable String> variables;

    ClientsReader(Path directory, Problems problems, Function<String, @Nullable String> variables) {
        this.directory = directory;
        this.problems = problems;
        this.variables = variables;
    }

    /** @param auth the settings with {@code clients} among them */
    List<TokenClient> read(SettingsGroup auth) throws IOException {
        if (auth.isGroup("clients")) return clients(auth.group("clients"), problems);
        String name = auth.text("clients", "clients by their names, or a file with them, such as clients.yaml");
        if (name == null) return List.of();
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            problems.add(
                    auth.place("clients"),
                    "There is no " + file + ". Make it by: perigee client add NAME --file "
                            + directory.resolve(SettingsReader.FILE_NAME));
            return List.of();
        }
        Problems ofFile = problems.of(file);
        MappingNode mapping = Yaml.read(file, ofFile);
        if (mapping == null) return List.of();
        return clients(new SettingsGroup(new Variables(variables, ofFile).in(mapping), ofFile), ofFile);
    }

    private static List<TokenClient> clients(SettingsGroup all, Problems problems) {
        List<TokenClient> clients = new ArrayList<>();
        for (Text name : all.names()) {
            TokenClient client = client(name, all.group(name.value()), problems);
            if (client != null) clients.add(client);
        }
        return clients;
    }

    private static @Nullable TokenClient client(Text id, SettingsGroup settings, Problems problems) {
        SecretHash secret = secret(id, settings, problems);
        Set<String> scopes = texts(settings, "scopes");
        Set<String> roles = texts(settings, "roles");
        String audience = settings.text("audience", "the name of an audience");
        Duration lifetime = settings.duration("lifetime", TokenClient.DEFAULT_LIFETIME, Duration.ofSeconds(1));
        settings.rejectUnknown();
        if (secret == null) return null;
        try {
            return new TokenClient(id.value(), secret, scopes, roles, audience == null ? "" : audience, lifetime);
        } catch (IllegalArgumentException e) {
            problems.add(id.node(), "The client can't be: " + e.getMessage() + ".");
            return null;
        }
    }

    /** What is wrong with it is said without it: it may be the secret itself. */
    private static @Nullable SecretHash secret(Text id, SettingsGroup settings, Problems problems) {
        String hash = settings.text("secretHash", "the hash of a secret, as perigee client add makes it");
        if (!settings.has("secretHash")) {
            problems.add(
                    id.node(),
                    "The client \"" + id.value() + "\" needs \"secretHash\". Make one by: perigee client"
                            + " add NAME");
        }
        if (hash == null) return null;
        try {
            return SecretHash.parse(hash);
        } catch (IllegalArgumentException e) {
            problems.add(settings.place("secretHash"), "\"secretHash\" is " + e.getMessage() + ".");
            return null;
        }
    }

    private static Set<String> texts(SettingsGroup settings, String name) {
        return settings.texts(name, "words, such as [todos:read, todos:write]").stream()
                .map(Text::value)
                .collect(Collectors.toSet());
    }
}
