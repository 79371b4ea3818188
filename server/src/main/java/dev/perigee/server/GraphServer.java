package dev.perigee.server;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.SessionProtocol;
import com.linecorp.armeria.common.util.Exceptions;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;
import dev.perigee.execution.Engine;
import dev.perigee.server.auth.TokenEndpoint;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serves a graph over HTTP/1.1 and HTTP/2 without TLS: {@code /graphql}, {@code /health}, and GraphiQL where it is asked
 * for. Runs from {@link Builder#start} to {@link #close}; safe to use from any thread.
 *
 * <pre>{@code
 * try (GraphServer server = GraphServer.builder(engine).port(8080).start()) {
 *     System.out.println(server.uri());
 *     ...
 * }
 * }</pre>
 *
 * @see <a href="https://http-spec.graphql.org/September2026/">GraphQL over HTTP</a>
 */
public final class GraphServer implements AutoCloseable {
    private final Server server;
    private final String host;
    private final int port;
    private final InFlight inFlight;
    private final OpenStreams open;
    private final Duration gracePeriod;

    private GraphServer(Server server, InFlight inFlight, OpenStreams open, Builder settings) {
        this.server = server;
        this.host = settings.host;
        this.port = server.activeLocalPort();
        this.inFlight = inFlight;
        this.open = open;
        this.gracePeriod = settings.gracePeriod;
    }

    public static Builder builder(Engine engine) {
        return builder(new LiveGraph(engine, null));
    }

    /** Of a graph that may be exchanged. If it has direct calls now, they are at {@code POST /rpc/<Method>}. */
    public static Builder builder(LiveGraph graph) {
        return new Builder(graph);
    }

    /** The port that it listens on, also where 0 was asked for. */
    public int port() {
        return port;
    }

    /** Where it is reached from this machine, with a slash at the end. */
    public URI uri() {
        InetAddress address = new InetSocketAddress(host, port).getAddress();
        String name = address.isAnyLocalAddress() ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + port + "/");
    }

    /**
     * Stops: {@code /health} says so, subscriptions end at once, requests that run or still arrive may end within the grace
     * period; what is left then is cancelled. The port is free when this returns. A second call only waits for the first.
     */
    @Override
    public void close() {
        try {
            inFlight.stop(open::stop, gracePeriod);
            CompletableFuture<Void> stopped = server.stop();
            // Not until all is done: a thread of Netty that has nothing left to do takes two seconds to end.
            while (!server.activePorts().isEmpty() && !stopped.isDone()) Thread.sleep(1);
        } catch (InterruptedException e) {
            server.stop(); // somebody is in a hurry
            Thread.currentThread().interrupt();
        }
    }

    /** Collects the settings of a server. For one thread. */
    public static final class Builder {
        /** What a connection may take to send one request. */
        private static final Duration ARRIVAL = Duration.ofSeconds(30);

        /** For {@code GET}, whose request is one line. */
        private static final int MAX_LINE_BYTES = 16 << 10;

        private static final String GRAPHQL = "/graphql";

        /** One name: the page finds all else beside itself, also behind a proxy that puts something before it. */
        private static final Pattern PAGE_PATH = Pattern.compile("/[A-Za-z0-9_-]+");

        private final LiveGraph graph;
        private String host = "localhost";
        private int port = 8080;
        private int maxRequestBytes = 4 << 20;
        private @Nullable String graphiqlPath;
        private boolean explains;
        private @Nullable Cors cors;
        private @Nullable Authentication authentication;
        private @Nullable TokenEndpoint tokenEndpoint;
        private DocumentSettings documents = DocumentSettings.NONE;
        private int maxBatch;
        private String cacheControl = "no-store";
        private StreamSettings streams = StreamSettings.DEFAULT;
        private Duration gracePeriod = Duration.ofSeconds(10);

        private Builder(LiveGraph graph) {
            this.graph = graph;
        }

        /** The name or address to listen on: {@code localhost} unless given, {@code 0.0.0.0} for all there are. */
        public Builder host(String host) {
            this.host = host;
            return this;
        }

        /** From 0, which is any that is free, to 65535; 8080 unless given. */
        public Builder port(int port) {
            if (port < 0 || port > 65_535) throw new IllegalArgumentException("port: " + port + " (from 0 to 65535)");
            this.port = port;
            return this;
        }

        /** The longest body of a request, at least 1; 4 MiB unless given. */
        public Builder maxRequestBytes(int bytes) {
            if (bytes < 1) throw new IllegalArgumentException("maxRequestBytes: " + bytes + " (at least 1)");
            this.maxRequestBytes = bytes;
            return this;
        }

        /** Whether browsers that open {@code /graphql} get GraphiQL; they don't unless asked for. */
        public Builder graphiql(boolean hasGraphiql) {
            this.graphiqlPath = hasGraphiql ? GRAPHQL : null;
            return this;
        }

        /**
         * Where browsers get GraphiQL, and {@code /graphql} is for programs alone.
         *
         * @param path a slash and a name, such as {@code /playground}
         */
        public Builder graphiql(String path) {
            if (!PAGE_PATH.matcher(path).matches())
                throw new IllegalArgumentException("path: " + path + " (a slash and a name, such as /playground)");
            this.graphiqlPath = path;
            return this;
        }

        /**
         * Whether a request with {@code "extensions": {"explain": true}} is told what the sources were asked for:
         * statements, rows and milliseconds of each batch. It isn't unless asked for.
         */
        public Builder explanations(boolean explains) {
            this.explains = explains;
            return this;
        }

        /** Which pages of other sites may use the graph from a browser; none unless given. */
        public Builder cors(@Nullable Cors cors) {
            this.cors = cors;
            return this;
        }

        /** Who calls; left to the graph's own code unless given. */
        public Builder authentication(@Nullable Authentication authentication) {
            this.authentication = authentication;
            return this;
        }

        /**
         * Issues tokens, too, at {@code POST /oauth/token}; it doesn't unless given. Who verifies them is the {@link
         * #authentication}.
         */
        public Builder tokenEndpoint(@Nullable TokenEndpoint endpoint) {
            this.tokenEndpoint = endpoint;
            return this;
        }

        /** Documents that clients name instead of sending them; {@link DocumentSettings#NONE} unless given. */
        public Builder documents(DocumentSettings documents) {
            this.documents = documents;
            return this;
        }

        /** How many requests may come as one, a JSON array; 0, which is off, unless given. */
        public Builder maxBatch(int requests) {
            if (requests < 0) throw new IllegalArgumentException("maxBatch: " + requests + " (at least 0)");
            this.maxBatch = requests;
            return this;
        }

        /**
         * What {@code Cache-Control} says of answers to {@code GET} without errors; {@code no-store} unless given. They have
         * an {@code ETag} in any case.
         */
        public Builder cacheControl(String value) {
            this.cacheControl = value;
            return this;
        }

        /** How subscriptions are served; {@link StreamSettings#DEFAULT} unless given. */
        public Builder streams(StreamSettings streams) {
            this.streams = streams;
            return this;
        }

        /** How long {@link GraphServer#close} waits for requests that run; 10 seconds unless given. */
        public Builder gracePeriod(Duration gracePeriod) {
            if (gracePeriod.isNegative()) throw new IllegalArgumentException("gracePeriod: " + gracePeriod);
            this.gracePeriod = gracePeriod;
            return this;
        }

        /**
         * Starts listening.
         *
         * @throws BindException if the port is in use, or the host is none of this machine
         */
        public GraphServer start() throws IOException {
            InetSocketAddress address = new InetSocketAddress(host, port);
            if (address.isUnresolved()) throw new BindException("There is no host " + host + " here.");
            InFlight inFlight = new InFlight();
            OpenStreams open = new OpenStreams(streams.maxConnections());
            Server server = armeria(address, inFlight, open);
            try {
                server.start().join();
            } catch (CompletionException e) {
                BindException failure =
                        new BindException("Port " + port + " of " + host + " is in use, or not ours to use.");
                failure.initCause(Exceptions.peel(e));
                throw failure;
            }
            GraphServer started = new GraphServer(server, inFlight, open, this);
            if (tokenEndpoint != null) tokenEndpoint.servedAt(started.uri());
            return started;
        }

        private Server armeria(InetSocketAddress address, InFlight inFlight, OpenStreams open) {
            ServerBuilder armeria = Server.builder();
            armeria.port(address, SessionProtocol.HTTP)
                    .disableServerHeader()
                    .maxRequestLength(maxRequestBytes)
                    .requestTimeout(ARRIVAL)
                    .http1MaxInitialLineLength(MAX_LINE_BYTES)
                    .http1MaxHeaderSize(MAX_LINE_BYTES)
                    .http2MaxHeaderListSize(MAX_LINE_BYTES)
                    .errorHandler(new HttpFailures(maxRequestBytes))
                    .unloggedExceptionsReportIntervalMillis(0); // what clients do wrong is in the request log
            GraphiqlPage page = graphiqlPath == null ? null : new GraphiqlPage();
            boolean isPageApart = !GRAPHQL.equals(graphiqlPath);
            GraphRequests requests = new GraphRequests(graph, authentication, new StoredDocuments(documents), explains);
            HttpService http =
                    new GraphqlService(requests, streams, open, isPageApart ? null : page, maxBatch, cacheControl);
            armeria.service(GRAPHQL, forSites(streams.hasWebSocket() ? withSockets(requests, open, http) : http));
            if (graph.hasRpc()) armeria.serviceUnder(RpcService.PREFIX, forSites(new RpcService(graph, requests)));
            if (tokenEndpoint != null) tokenEndpoint.services().forEach(armeria::service);
            armeria.service("/health", new HealthService(inFlight::isStopping));
            String path = graphiqlPath;
            if (page != null && path != null) {
                armeria.serviceUnder(GraphiqlPage.FOLDER, page);
                if (isPageApart) armeria.route().get(path).build((context, request) -> page.page());
                armeria.service("/", (context, request) -> HttpResponse.ofRedirect(path.substring(1)));
            }
            return armeria.decorator(inFlight).build();
        }

        private HttpService withSockets(GraphRequests requests, OpenStreams open, HttpService http) {
            return new SocketUpgrade(requests, streams, open, cors, maxRequestBytes).orElse(http);
        }

        private HttpService forSites(HttpService service) {
            return cors == null ? service : service.decorate(cors.decorator());
        }
    }
}
