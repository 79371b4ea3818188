package dev.perigee.graphql;

import dev.perigee.client.Client;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A GraphQL server that is to be part of a graph, and how. For one thread, until a {@link GraphqlSource} is built of it. */
public final class GraphqlServer {
    /** Those that HTTP needs by itself, or that say what is in a body. */
    private static final Set<String> NOT_FORWARDED = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "content-length",
            "content-type",
            "expect",
            "host",
            "te",
            "transfer-encoding",
            "upgrade");

    private final String name;
    private final Client client;
    private final Map<String, String> renames = new HashMap<>();
    private final Set<String> forward = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private String typePrefix = "";
    private String fieldPrefix = "";
    private Duration timeout = Duration.ofSeconds(30);
    private int maxAliases = 50;
    private int maxDocumentBytes = 1 << 20;

    private GraphqlServer(String name, Client client) {
        this.name = name;
        this.client = client;
    }

    /**
     * @param name for logs, for {@code @remote(server:)}, and what calls are counted under
     * @param client whose schema the server's is; it is asked for it if it does not know it. It stays its owner's to close
     */
    public static GraphqlServer of(String name, Client client) {
        return new GraphqlServer(name, client);
    }

    /** What goes before the names of all types but scalars, and those that {@link #rename} names: {@code Blog_}. */
    public GraphqlServer typePrefix(String prefix) {
        this.typePrefix = prefix;
        return this;
    }

    /** What goes before the names of all root fields but those that {@link #rename} names: {@code blog_}. */
    public GraphqlServer fieldPrefix(String prefix) {
        this.fieldPrefix = prefix;
        return this;
    }

    /**
     * What a type or a root field is called in the graph.
     *
     * @param remote in the server's names: {@code User}, {@code Query.users}
     */
    public GraphqlServer rename(String remote, String name) {
        renames.put(remote, name);
        return this;
    }

    /**
     * Headers of requests that are sent along. {@code Authorization} among them goes in place of the client's credentials.
     *
     * @throws IllegalArgumentException if one can't be
     */
    public GraphqlServer forward(String... headers) {
        for (String header : headers) {
            if (NOT_FORWARDED.contains(header.toLowerCase(Locale.ROOT)) || !header.matches("[A-Za-z0-9_-]+")) {
                throw new IllegalArgumentException("The header \"" + header + "\" can't be sent along");
            }
        }
        forward.addAll(Arrays.asList(headers));
        return this;
    }

    /** How long a request may take; 30 seconds unless given, less if the graph's own request has less. */
    public GraphqlServer timeout(Duration timeout) {
        if (!timeout.isPositive()) throw new IllegalArgumentException("timeout: " + timeout + " (more than nothing)");
        this.timeout = timeout;
        return this;
    }

    /** How many objects one request asks for by aliases; 50 unless given, at least 1. More go in further requests. */
    public GraphqlServer maxAliases(int maxAliases) {
        if (maxAliases < 1) throw new IllegalArgumentException("maxAliases: " + maxAliases + " (at least 1)");
        this.maxAliases = maxAliases;
        return this;
    }

    /** How long an upstream document may be, in bytes of UTF-8; 1 MiB unless given, at least 1. */
    public GraphqlServer maxDocumentBytes(int maxDocumentBytes) {
        if (maxDocumentBytes < 1) {
            throw new IllegalArgumentException("maxDocumentBytes: " + maxDocumentBytes + " (at least 1)");
        }
        this.maxDocumentBytes = maxDocumentBytes;
        return this;
    }

    Remote connect() {
        Schema known = client.schema();
        Schema schema = known == null ? client.fetchSchema() : known;
        checkRenames(schema);
        Names names = new Names(schema, typePrefix, fieldPrefix, renames);
        return new Remote(name, client, schema, names, new HashSet<>(forward), timeout, maxAliases, maxDocumentBytes);
    }

    private void checkRenames(Schema schema) {
        Set<String> known = new TreeSet<>();
        for (DefinedType type : schema.types()) known.add(type.name());
        for (ObjectType root : RemoteTypes.roots(schema).values()) {
            for (OutputField field : root.fields()) known.add(field.coordinate());
        }
        List<String> problems = new ArrayList<>();
        for (String renamed : new TreeSet<>(renames.keySet())) {
            if (known.contains(renamed)) continue;
            problems.add(name + ": there is no type or root field \"" + renamed + "\" to rename."
                    + Problems.meant(renamed, known));
        }
        if (!problems.isEmpty()) throw new RemoteException(problems);
    }
}
