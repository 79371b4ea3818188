package dev.perigee.client;

import dev.perigee.client.http.Address;
import dev.perigee.client.http.AuthorizedTransport;
import dev.perigee.client.http.BatchingTransport;
import dev.perigee.client.http.HeadersTransport;
import dev.perigee.client.http.HttpTransport;
import dev.perigee.client.http.Outgoing;
import dev.perigee.client.http.RetryingTransport;
import dev.perigee.client.http.Transport;
import dev.perigee.client.stream.Subscriptions;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.Schema;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Collects the settings of a {@link Client}. For one thread. */
public final class ClientBuilder {
    private final URI uri;
    private final Address address;
    private Duration timeout = Duration.ofSeconds(30);
    private @Nullable Schema schema;
    private @Nullable Path schemaFile;
    private @Nullable Path schemaCache;
    private @Nullable Duration refreshAfter;
    private Scalars scalars = Scalars.NONE;
    private DocumentForm documents = DocumentForm.text();
    private int maxReplyBytes = 64 << 20;
    private HttpClient.@Nullable Version httpVersion;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable Credentials credentials;
    private Retries retries = Retries.NONE;
    private @Nullable Batching batching;
    private @Nullable String deadlineHeader;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private @Nullable SSLContext sslContext;
    private @Nullable ProxySelector proxy;
    private Map<String, String> proxyHeaders = Map.of();
    private SubscriptionSettings subscriptions = SubscriptionSettings.webSocket();

    ClientBuilder(URI uri) {
        this.uri = uri;
        this.address = new Address(Subscriptions.withScheme(uri, false));
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

    /**
     * Which version of HTTP to speak. Unless given it is HTTP/2 behind {@code https://}, if the server has it, and HTTP/1.1
     * behind {@code http://}: there HTTP/2 begins with a request to change over to it, which not every server survives.
     */
    public ClientBuilder httpVersion(HttpClient.Version version) {
        this.httpVersion = version;
        return this;
    }

    /** How many bytes a reply may have, 64 MiB unless given; the rest of a longer one is not read. At least 1. */
    public ClientBuilder maxReplyBytes(int maxReplyBytes) {
        if (maxReplyBytes < 1) throw new IllegalArgumentException("maxReplyBytes: " + maxReplyBytes + " (at least 1)");
        this.maxReplyBytes = maxReplyBytes;
        return this;
    }

    /** A header of all operations, before which one that an operation brings goes. */
    public ClientBuilder header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Who calls; nobody unless given. An operation that brings an {@code Authorization} of its own is sent without them. */
    public ClientBuilder credentials(Credentials credentials) {
        this.credentials = credentials;
        return this;
    }

    /** What is sent again if it fails; nothing unless given. */
    public ClientBuilder retries(Retries retries) {
        this.retries = retries;
        return this;
    }

    /** Queries under way at one time go in one request; each goes alone unless given. */
    public ClientBuilder batching(Batching batching) {
        this.batching = batching;
        return this;
    }

    /**
     * In which header servers are told how many milliseconds there are left for an answer; they are not unless given. A
     * server of Perigee reads {@code X-Request-Timeout}.
     */
    public ClientBuilder deadlineHeader(String name) {
        this.deadlineHeader = name;
        return this;
    }

    /** How long connecting may take; 10 seconds unless given. */
    public ClientBuilder connectTimeout(Duration connectTimeout) {
        if (!connectTimeout.isPositive())
            throw new IllegalArgumentException("connectTimeout: " + connectTimeout + " (more than nothing)");
        this.connectTimeout = connectTimeout;
        return this;
    }

    /** Whom to trust by TLS, and what to show to who asks; see {@link Tls}. What the JVM trusts unless given. */
    public ClientBuilder sslContext(SSLContext sslContext) {
        this.sslContext = sslContext;
        return this;
    }

    /** By which proxy servers are reached; the JVM's own unless given. */
    public ClientBuilder proxy(ProxySelector proxy) {
        this.proxy = proxy;
        return this;
    }

    /**
     * Who calls, for the proxy. With HTTPS, the JVM has to be told that passwords may go to proxies: {@code
     * -Djdk.http.auth.tunneling.disabledSchemes=}.
     */
    public ClientBuilder proxyCredentials(String user, String password) {
        this.proxyHeaders = Map.of("Proxy-Authorization", FixedCredentials.basic(user, password));
        return this;
    }

    /** How to subscribe; {@link SubscriptionSettings#webSocket} unless given. */
    public ClientBuilder subscriptions(SubscriptionSettings subscriptions) {
        this.subscriptions = subscriptions;
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

    Map<String, String> headers() {
        return headers;
    }

    @Nullable Schema schema() {
        return schemaFile == null ? schema : SchemaFile.read(schemaFile, scalars);
    }

    public Client build() {
        HttpClient.Builder http = HttpClient.newBuilder().version(version()).connectTimeout(connectTimeout);
        if (sslContext != null) http.sslContext(sslContext);
        if (proxy != null) http.proxy(proxy);
        HttpClient client = http.build();
        return new Client(
                this,
                around(new HttpTransport(client, address, maxReplyBytes)),
                Subscriptions.of(subscriptions, client, uri, credentials));
    }

    private HttpClient.Version version() {
        if (httpVersion != null) return httpVersion;
        boolean isSecure = "https".equalsIgnoreCase(address.uri().getScheme());
        return isSecure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
    }

    /**
     * What a request passes on its way out, from the last to the first. Queries are put together before anything else is done
     * for them, so that a batch has one token and is sent again as one. Each attempt asks for credentials anew, so that a
     * token that expires meanwhile is replaced, and tells the time that is left then.
     */
    private Transport around(Transport http) {
        Map<String, String> always = proxyHeaders;
        String deadline = deadlineHeader;
        Transport transport = http;
        if (!always.isEmpty()) transport = new HeadersTransport(transport, request -> always);
        if (deadline != null) {
            transport = new HeadersTransport(transport, request -> Map.of(deadline, millisLeft(request)));
        }
        if (credentials != null) transport = new AuthorizedTransport(transport, credentials);
        if (retries.maxAttempts() > 1) transport = new RetryingTransport(transport, retries);
        if (batching != null) transport = new BatchingTransport(transport, batching);
        return transport;
    }

    private static String millisLeft(Outgoing request) {
        return Long.toString(Math.max(1, request.remaining().toMillis()));
    }
}
