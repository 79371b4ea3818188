package dev.perigee.cli.serve;

import dev.perigee.client.Client;
import dev.perigee.client.ClientBuilder;
import dev.perigee.client.Credentials;
import dev.perigee.client.Retries;
import dev.perigee.client.SubscriptionSettings;
import dev.perigee.client.oauth.ClientCredentials;
import dev.perigee.client.oauth.ClientCredentialsBuilder;
import dev.perigee.graphql.GraphqlServer;
import dev.perigee.schema.SchemaException;
import dev.perigee.settings.Problems;
import dev.perigee.settings.SettingsGroup;
import dev.perigee.settings.SettingsGroup.Text;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the settings of {@code graphql}: {@code docs/guide/graphql-source.md} lists what may be in them. */
final class GraphqlSettingsReader {
    private static final Duration A_MILLISECOND = Duration.ofMillis(1);
    private static final String A_URL = "an address, such as https://blog.internal/graphql";

    private enum Subscriptions {
        WEBSOCKET,
        SSE
    }

    private final Path directory;
    private final Problems problems;

    GraphqlSettingsReader(Path directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    /** None if no server is part of the graph. */
    List<GraphqlServerSettings> read(SettingsGroup all) {
        SettingsGroup graphql = all.group("graphql");
        List<GraphqlServerSettings> read = new ArrayList<>();
        SettingsGroup servers = graphql.group("servers");
        if (all.isGroup("graphql") && servers.names().isEmpty()) {
            problems.add(all.place("graphql"), "\"graphql\" needs \"servers\", each with a name and a \"url\".");
        }
        for (Text name : servers.names()) {
            GraphqlServerSettings server = server(name, servers.group(name.value()));
            if (server != null) read.add(server);
        }
        graphql.rejectUnknown();
        return read;
    }

    private @Nullable GraphqlServerSettings server(Text name, SettingsGroup server) {
        String url = server.text("url", A_URL);
        if (url == null) {
            problems.add(name.node(), "\"" + name.value() + "\" needs a \"url\", " + A_URL + ".");
            return null;
        }
        Node place = server.place("url");
        try {
            ClientBuilder client = Client.builder(URI.create(url)).deadlineHeader("X-Request-Timeout");
            if (server.has("schema")) client.schemaFile(schema(server));
            if (server.has("replyBytes")) client.maxReplyBytes(server.bytes("replyBytes", 1));
            client.retries(new Retries(
                    server.integer("attempts", 1, 1, 10), Retries.DEFAULT.firstDelay(), Retries.DEFAULT.maxDelay()));
            if (server.choice("subscriptions", Subscriptions.WEBSOCKET) == Subscriptions.SSE) {
                client.subscriptions(SubscriptionSettings.serverSentEvents());
            }
            place = server.has("headers") ? server.place("headers") : place;
            SettingsGroup headers = server.group("headers");
            for (Text header : headers.names()) {
                client.header(header.value(), headers.text(header.value(), "a value") + "");
            }
            Credentials credentials = credentials(server);
            if (credentials != null) client.credentials(credentials);
            place = name.node();
            Parts parts = parts(server);
            try (Client probe = client.build()) { // what can't be is told here
                parts.in(GraphqlServer.of(name.value(), probe));
            }
            server.rejectUnknown();
            return new GraphqlServerSettings(name.value(), client, parts::in);
        } catch (IllegalArgumentException | SchemaException e) {
            problems.add(place, "The server \"" + name.value() + "\" can't be: " + e.getMessage() + ".");
            return null;
        }
    }

    private Path schema(SettingsGroup server) {
        Path file = directory.resolve(server.text("schema", "a file, such as blog.graphqls") + "");
        if (!Files.isRegularFile(file)) throw new IllegalArgumentException("there is no " + file);
        return file;
    }

    private @Nullable Credentials credentials(SettingsGroup server) {
        SettingsGroup oauth = server.group("oauth");
        String issuer = oauth.text("issuer", "an address, such as https://login.example.com");
        String token = oauth.text("tokenUrl", "an address, such as https://login.example.com/token");
        String client = oauth.text("client", "the id of a client");
        String secret = oauth.text("secret", "the client's secret, such as ${BLOG_SECRET}");
        List<String> scopes = values(oauth, "scopes", "names of scopes");
        String audience = oauth.text("audience", "whom the token is for");
        oauth.rejectUnknown();
        if (!server.has("oauth")) return null;
        if ((issuer == null) == (token == null) || client == null || secret == null) {
            problems.add(
                    server.place("oauth"),
                    "\"oauth\" needs \"client\", \"secret\", and one of \"issuer\" and \"tokenUrl\".");
            return null;
        }
        ClientCredentialsBuilder credentials = issuer != null
                ? ClientCredentials.issuedBy(URI.create(issuer))
                : ClientCredentials.at(URI.create(token + ""));
        credentials.client(client, secret).scopes(scopes.toArray(String[]::new));
        if (audience != null) credentials.audience(audience);
        return credentials.build();
    }

    /** How a server becomes a part of the graph. */
    private record Parts(
            List<String> forward,
            Map<String, String> rename,
            String typePrefix,
            String fieldPrefix,
            Duration timeout,
            int aliases,
            int documentBytes) {
        GraphqlServer in(GraphqlServer server) {
            server.forward(forward.toArray(String[]::new));
            rename.forEach(server::rename);
            return server.typePrefix(typePrefix)
                    .fieldPrefix(fieldPrefix)
                    .timeout(timeout)
                    .maxAliases(aliases)
                    .maxDocumentBytes(documentBytes);
        }
    }

    private static Parts parts(SettingsGroup server) {
        SettingsGroup names = server.group("rename");
        Map<String, String> rename = new HashMap<>();
        for (Text name : names.names()) {
            String given = names.text(name.value(), "a name");
            if (given != null) rename.put(name.value(), given);
        }
        SettingsGroup prefix = server.group("prefix");
        String types = prefix.text("types", "the beginning of names, such as Blog_");
        String fields = prefix.text("fields", "the beginning of names, such as blog_");
        prefix.rejectUnknown();
        return new Parts(
                values(server, "forward", "names of headers"),
                rename,
                types == null ? "" : types,
                fields == null ? "" : fields,
                server.duration("timeout", Duration.ofSeconds(30), A_MILLISECOND),
                server.integer("aliases", 50, 1, Integer.MAX_VALUE),
                server.bytes("documentBytes", 1 << 20));
    }

    private static List<String> values(SettingsGroup group, String name, String expected) {
        return group.texts(name, expected).stream().map(Text::value).toList();
    }
}
