package dev.perigee.grpc.channel;

import dev.perigee.data.ClientException;
import dev.perigee.data.Headers;
import dev.perigee.data.ResponseHeaders;
import io.grpc.Metadata;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which of a request's headers an upstream sees as metadata, and which of its metadata become headers of the response:
 * those that are listed, and nothing else. Only trace context ({@code traceparent}, {@code tracestate}, {@code baggage})
 * is forwarded unless it is switched off; {@code authorization} is not unless it is listed. What concerns a connection
 * ({@code host}, {@code content-length}, {@code te}, {@code grpc-*} and the like) can't be listed. Names are in lower
 * case as metadata; those that end in {@code -bin} have bytes there, and base64 in HTTP; all values of a name are kept.
 * Immutable.
 */
public final class HeaderRules {
    private static final List<String> TRACE_CONTEXT = List.of("traceparent", "tracestate", "baggage");

    /** Trace context alone. */
    public static final HeaderRules DEFAULT = builder().build();

    private final List<ForwardedHeader> forwarded;
    private final List<ReturnedHeader> returned;
    private final Metadata constants;
    private final int maxBytes;

    private HeaderRules(Builder builder) {
        List<ForwardedHeader> all = new ArrayList<>(builder.forwarded);
        for (String name : builder.isTraced ? TRACE_CONTEXT : List.<String>of()) {
            if (builder.forwarded.stream().noneMatch(one -> one.header().equals(name))) {
                all.add(ForwardedHeader.of(name, name));
            }
        }
        this.forwarded = List.copyOf(all);
        this.returned = List.copyOf(builder.returned);
        this.constants = new Metadata();
        this.constants.merge(builder.constants);
        this.maxBytes = builder.maxBytes;
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * What calls for a request are sent with: the caller's own, for as many calls as it likes.
     *
     * @throws ClientException with {@code BAD_HEADER} if a value can't be metadata, or all are too large together
     */
    public Metadata toMetadata(Headers headers) {
        Metadata metadata = new Metadata();
        metadata.merge(constants);
        Set<String> ofConnection = ofConnection(headers);
        int bytes = 0;
        for (ForwardedHeader one : forwarded) {
            if (!ofConnection.contains(one.header())) bytes += one.addTo(metadata, headers);
        }
        if (bytes > maxBytes) {
            throw new ClientException(
                    "BAD_HEADER", "The headers for the service have " + bytes + " bytes (at most " + maxBytes + ").");
        }
        return metadata;
    }

    /** The names that the request itself declares to be of its connection. */
    private static Set<String> ofConnection(Headers headers) {
        List<String> declared = headers.all("connection");
        if (declared.isEmpty()) return Set.of();
        Set<String> names = new HashSet<>();
        for (String list : declared) {
            for (String name : list.split(",", -1)) names.add(name.strip().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** Whether anything of an answer is for the response. */
    boolean returnsAny() {
        return !returned.isEmpty();
    }

    /** Adds what is for the response of an answer's headers or trailers. */
    public void collect(Metadata metadata, ResponseHeaders response) {
        for (ReturnedHeader one : returned) one.addTo(response, metadata);
    }

    /** Collects {@link HeaderRules}. What is listed wrongly is told at once, as IllegalArgumentException. */
    public static final class Builder {
        private final List<ForwardedHeader> forwarded = new ArrayList<>();
        private final List<ReturnedHeader> returned = new ArrayList<>();
        private final Metadata constants = new Metadata();
        private boolean isTraced = true;
        private int maxBytes = 8 << 10;

        private Builder() {}

        /** The request's headers, under their own names. */
        public Builder forward(String... headers) {
            for (String header : headers) forwardAs(header, header);
            return this;
        }

        /** A header under another name. */
        public Builder forwardAs(String header, String metadata) {
            forwarded.add(ForwardedHeader.of(header, metadata));
            return this;
        }

        /** Text that all calls have. */
        public Builder constant(String metadata, String value) {
            String name = HeaderName.metadata(metadata);
            if (HeaderName.isBinary(name))
                throw new IllegalArgumentException("metadata: " + name + " (text, not -bin)");
            if (!ResponseHeaders.isValue(value)) throw new IllegalArgumentException(name + ": not visible ASCII");
            constants.put(HeaderName.text(name), value);
            return this;
        }

        /** Headers and trailers of answers, as the response's headers of the same names. */
        public Builder giveBack(String... metadata) {
            for (String name : metadata) giveBackAs(name, name);
            return this;
        }

        /** A header or trailer of answers, as the response's header of another name. */
        public Builder giveBackAs(String metadata, String header) {
            returned.add(ReturnedHeader.of(metadata, header));
            return this;
        }

        /** Leaves trace context where it is. */
        public Builder withoutTraceContext() {
            this.isTraced = false;
            return this;
        }

        /** How large all forwarded names and values may be together; 8192 unless set, as servers take no more unasked. */
        public Builder maxBytes(int maxBytes) {
            if (maxBytes < 0) throw new IllegalArgumentException("maxBytes: " + maxBytes + " (at least 0)");
            this.maxBytes = maxBytes;
            return this;
        }

        public HeaderRules build() {
            return new HeaderRules(this);
        }
    }
}
