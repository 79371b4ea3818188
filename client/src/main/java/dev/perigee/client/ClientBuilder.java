package dev.perigee.client;

import dev.perigee.client.http.Address;
import dev.perigee.client.http.HttpTransport;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.Schema;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Collects the settings of a {@link Client}. For one thread. */
public final class ClientBuilder {
    private final Address address;
    private Duration timeout = Duration.ofSeconds(30);
    private @Nullable Schema schema;
    private @Nullable Path schemaFile;
    private @Nullable Path schemaCache;
    private @Nullable Duration refreshAfter;
    private Scalars scalars = Scalars.NONE;
    private DocumentForm documents = DocumentForm.text();
    private int maxReplyBytes = 64 << 20;

    ClientBuilder(URI uri) {
        this.address = new Address(uri);
    }

    /** How long an operation may take, all attempts together; 30 seconds unless given. */
    public ClientBuilder timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) throw new IllegalArgumentException("timeout: " + timeout);
        this.timeout = timeout;
        return this;
    }

    /** What operations are checked against, without asking the server for it. */
    public ClientBuilder schema(@Nullable Schema schema) {
        this.schema = schema;
        return this;
    }

    /**
     * As {@link #schema}, from a file: SDL, or the JSON of introspection if its name ends with {@code .json}. It is read when
     * the client is built.
     */
    public ClientBuilder schemaFile(Path file) {
        this.schemaFile = file;
        return this;
    }

    /**
     * Where the schema is kept that was fetched, so that a process which starts again need not ask the server. It holds
     * until {@link Client#refreshSchema}. A file of another server, or one that can't be read, is written anew.
     */
    public ClientBuilder schemaCache(Path file) {
        this.schemaCache = file;
        return this;
    }

    /**
     * How old a fetched schema may be for an operation to be refused by it; of any age unless given. If it is older, the
     * server is first asked whether it has another by now: an operation that uses what is new there passes then.
     */
    public ClientBuilder refreshBeforeRefusing(Duration age) {
        this.refreshAfter = age;
        return this;
    }

    /**
     * A custom scalar: Java values in variables of its type are written by {@link Coercion#coerceResult}, those that are
     * JSON already are checked by {@link Coercion#coerceInput}.
     */
    public ClientBuilder scalar(String name, Coercion coercion) {
        scalars = scalars.with(name, coercion);
        return this;
    }

    /** As {@link #scalar(String, Coercion)}, and components of records that have this type are read by it, too. */
    public <T> ClientBuilder scalar(String name, Class<T> type, Coercion coercion) {
        scalars = scalars.with(name, coercion).with(type, coercion);
        return this;
    }

    /** In which form documents are sent; {@link DocumentForm#text} unless given. */
    public ClientBuilder documents(DocumentForm documents) {
        this.documents = documents;
        return this;
    }

    /** How many bytes a reply may have, 64 MiB unless given; the rest of a longer one is not read. At least 1. */
    public ClientBuilder maxReplyBytes(int maxReplyBytes) {
        if (maxReplyBytes < 1) throw new IllegalArgumentException("maxReplyBytes: " + maxReplyBytes + " (at least 1)");
        this.maxReplyBytes = maxReplyBytes;
        return this;
    }

    Address address() {
        return address;
    }

    Scalars scalars() {
        return scalars;
    }

    DocumentForm documents() {
        return documents;
    }

    @Nullable SchemaCache schemaCache() {
        return schemaCache == null ? null : new SchemaCache(schemaCache, address, scalars);
    }

    @Nullable Duration refreshAfter() {
        return refreshAfter;
    }

    int maxReplyBytes() {
        return maxReplyBytes;
    }

    Duration timeout() {
        return timeout;
    }

    @Nullable Schema schema() {
        return schemaFile == null ? schema : SchemaFile.read(schemaFile, scalars);
    }

    public Client build() {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        return new Client(this, new HttpTransport(http, address, maxReplyBytes), null);
    }
}
