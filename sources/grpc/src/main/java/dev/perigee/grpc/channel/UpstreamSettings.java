package dev.perigee.grpc.channel;

import java.util.Map;

/**
 * How calls of an upstream are made, whatever they go through. Immutable.
 *
 * @param maxConcurrentCalls of unary methods; streams are not counted
 * @param maxWaitingCalls that wait for one of these to end
 * @param isInProcess whether a service runs on the thread that calls it
 */
record UpstreamSettings(
        HeaderRules headers,
        StatusErrors errors,
        Timeouts timeouts,
        Limits limits,
        ServiceConfig serviceConfig,
        int maxConcurrentCalls,
        int maxWaitingCalls,
        boolean isInProcess) {
    static final int MAX_MESSAGE_BYTES = 4 << 20;
    static final int MAX_METADATA_BYTES = 8 << 10;
    static final int MAX_CONCURRENT_CALLS = 1000;
    static final int MAX_WAITING_CALLS = 10_000;

    static final UpstreamSettings DEFAULT = new UpstreamSettings(
            HeaderRules.DEFAULT,
            StatusErrors.BY_TABLE,
            new Timeouts(null, null, Map.of()),
            new Limits(MAX_MESSAGE_BYTES, MAX_METADATA_BYTES),
            ServiceConfig.of(Map.of(), null),
            MAX_CONCURRENT_CALLS,
            MAX_WAITING_CALLS,
            false);

    UpstreamSettings with(HeaderRules headers, StatusErrors errors) {
        return new UpstreamSettings(
                headers, errors, timeouts, limits, serviceConfig, maxConcurrentCalls, maxWaitingCalls, isInProcess);
    }

    UpstreamSettings inProcess() {
        return new UpstreamSettings(
                headers, errors, timeouts, limits, serviceConfig, maxConcurrentCalls, maxWaitingCalls, true);
    }
}
