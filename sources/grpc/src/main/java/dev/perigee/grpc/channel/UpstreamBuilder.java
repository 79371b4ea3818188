package dev.perigee.grpc.channel;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Collects how an {@link Upstream} is connected and called. Unless set: plaintext, no deadlines but the requests',
 * answers up to 4 MiB with 8 KiB of metadata, 1000 calls at a time, no retries but those that gRPC knows to be safe.
 * What is set wrongly is told at once, as IllegalArgumentException. Nothing is connected here.
 */
public final class UpstreamBuilder {
    private final String name;
    private final String target;
    private Transport transport = Transport.PLAINTEXT;
    private HeaderRules headers = HeaderRules.DEFAULT;
    private StatusErrors errors = StatusErrors.BY_TABLE;
    private @Nullable Duration deadline;
    private @Nullable Duration streamDeadline;
    private final Map<String, Duration> methodDeadlines = new HashMap<>();
    private Map<String, ?> serviceConfig = Map.of();
    private @Nullable String healthCheckedService;
    private @Nullable String authority;
    private String userAgent = "perigee";
    // More often than each five minutes, servers end the connection unless they are told otherwise.
    private Duration keepAlive = Duration.ofMinutes(6);
    private Duration keepAliveTimeout = Duration.ofSeconds(20);
    private boolean isKeptAliveIdle;
    private int maxMessageBytes = UpstreamSettings.MAX_MESSAGE_BYTES;
    private int maxMetadataBytes = UpstreamSettings.MAX_METADATA_BYTES;
    private int maxConcurrentCalls = UpstreamSettings.MAX_CONCURRENT_CALLS;
    private int maxWaitingCalls = UpstreamSettings.MAX_WAITING_CALLS;

    UpstreamBuilder(String name, List<String> addresses) {
        this.name = name;
        this.target = AddressList.target(addresses);
    }

    /** No encryption, which is how it is unless TLS is asked for. */
    public UpstreamBuilder plaintext() {
        this.transport = Transport.PLAINTEXT;
        return this;
    }

    /** TLS; servers have a certificate that the system trusts. */
    public UpstreamBuilder tls() {
        this.transport = new Transport.Tls(null, null, null);
        return this;
    }

    /** TLS; servers have a certificate of an authority of one's own. @param authorities as PEM */
    public UpstreamBuilder tls(Path authorities) {
        this.transport = new Transport.Tls(authorities, null, null);
        return this;
    }

    /**
     * Mutual TLS: servers see a certificate of ours, too.
     *
     * @param authorities as PEM, null for those of the system
     * @param certificates our own and those between it and its authority, as PEM
     * @param key as PEM, PKCS #8
     */
    public UpstreamBuilder mutualTls(@Nullable Path authorities, Path certificates, Path key) {
        this.transport = new Transport.Tls(authorities, certificates, key);
        return this;
    }

    /** What servers are asked for, and their certificates must be for, instead of their addresses. */
    public UpstreamBuilder authority(String authority) {
        this.authority = authority;
        return this;
    }

    public UpstreamBuilder userAgent(String userAgent) {
        this.userAgent = userAgent;
        return this;
    }

    public UpstreamBuilder headers(HeaderRules headers) {
        this.headers = headers;
        return this;
    }

    public UpstreamBuilder errors(StatusErrors errors) {
        this.errors = errors;
        return this;
    }

    /** How long a unary call may take at most; never longer than its request. */
    public UpstreamBuilder deadline(Duration atMost) {
        this.deadline = positive("deadline", atMost);
        return this;
    }

    /** How long a stream may last. */
    public UpstreamBuilder streamDeadline(Duration atMost) {
        this.streamDeadline = positive("streamDeadline", atMost);
        return this;
    }

    /** How long calls of one method may take, instead of those. @param method such as {@code acme.v1.Users/GetUser} */
    public UpstreamBuilder deadline(String method, Duration atMost) {
        methodDeadlines.put(method, positive("deadline of " + method, atMost));
        return this;
    }

    /**
     * Asks a connection on which calls wait whether it still lives.
     *
     * @param after so long without a sign of life, at least 10 seconds; servers of grpc-java allow no less than five minutes unless told so
     * @param timeout how long it may take to answer, and what was sent to be received
     * @param isIdleToo also while there are no calls
     */
    public UpstreamBuilder keepAlive(Duration after, Duration timeout, boolean isIdleToo) {
        this.keepAlive = positive("keepAlive", after);
        this.keepAliveTimeout = positive("keepAlive timeout", timeout);
        this.isKeptAliveIdle = isIdleToo;
        return this;
    }

    /** How large a message may be, uncompressed. */
    public UpstreamBuilder maxMessageBytes(int maxMessageBytes) {
        this.maxMessageBytes = positive("maxMessageBytes", maxMessageBytes);
        return this;
    }

    /** How large the headers, or the trailers, of an answer may be. */
    public UpstreamBuilder maxMetadataBytes(int maxMetadataBytes) {
        this.maxMetadataBytes = positive("maxMetadataBytes", maxMetadataBytes);
        return this;
    }

    /** How many unary calls may run at a time; others wait, until their deadline. */
    public UpstreamBuilder maxConcurrentCalls(int maxConcurrentCalls) {
        this.maxConcurrentCalls = positive("maxConcurrentCalls", maxConcurrentCalls);
        return this;
    }

    /** How many may wait for that; others fail with {@code RESOURCE_EXHAUSTED}. */
    public UpstreamBuilder maxWaitingCalls(int maxWaitingCalls) {
        this.maxWaitingCalls = positive("maxWaitingCalls", maxWaitingCalls);
        return this;
    }

    /** gRPC's own settings: retries, load balancing. @param json a service config */
    public UpstreamBuilder serviceConfig(String json) {
        return serviceConfig(ServiceConfig.parse(json));
    }

    /** @param serviceConfig as JSON has it: maps, lists, strings, numbers, booleans */
    public UpstreamBuilder serviceConfig(Map<String, ?> serviceConfig) {
        this.serviceConfig = ServiceConfig.copyOf(serviceConfig);
        return this;
    }

    /** Calls only go to servers whose health service says that they serve. @param service empty for the server as such */
    public UpstreamBuilder healthCheck(String service) {
        this.healthCheckedService = service;
        return this;
    }

    public Upstream build() {
        ServiceConfig config = ServiceConfig.of(serviceConfig, healthCheckedService);
        UpstreamSettings settings = new UpstreamSettings(
                headers,
                errors,
                new Timeouts(deadline, streamDeadline, Map.copyOf(methodDeadlines)),
                new Limits(maxMessageBytes, maxMetadataBytes),
                config,
                maxConcurrentCalls,
                maxWaitingCalls,
                false);
        ManagedChannel channel = channel(config);
        return new Upstream(name, channel, () -> ChannelEnd.close(channel), settings);
    }

    private ManagedChannel channel(ServiceConfig config) {
        NettyChannelBuilder builder = secured()
                .directExecutor() // replies are only copied there; see UnaryCall
                .userAgent(userAgent)
                .keepAliveTime(keepAlive.toNanos(), TimeUnit.NANOSECONDS)
                .keepAliveTimeout(keepAliveTimeout.toNanos(), TimeUnit.NANOSECONDS)
                .keepAliveWithoutCalls(isKeptAliveIdle)
                .maxInboundMessageSize(maxMessageBytes)
                .maxInboundMetadataSize(maxMetadataBytes)
                .disableServiceConfigLookUp();
        if (authority != null) builder.overrideAuthority(authority);
        try {
            return builder.defaultServiceConfig(config.settings()).build();
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw ServiceConfig.invalid(e);
        }
    }

    private NettyChannelBuilder secured() {
        try {
            return NettyChannelBuilder.forTarget(target, transport.credentials());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("tls: " + e.getMessage() + " (" + transport + ")", e);
        }
    }

    private static Duration positive(String what, Duration duration) {
        if (duration.isPositive()) return duration;
        throw new IllegalArgumentException(what + ": " + duration + " (more than 0)");
    }

    private static int positive(String what, int value) {
        if (value > 0) return value;
        throw new IllegalArgumentException(what + ": " + value + " (at least 1)");
    }
}
