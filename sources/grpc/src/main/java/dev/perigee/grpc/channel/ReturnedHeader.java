package dev.perigee.grpc.channel;

import dev.perigee.data.ResponseHeaders;
import io.grpc.Metadata;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Metadata of an answer, or of its end, as a header of the response. Of binary metadata it has the base64. Immutable. */
sealed interface ReturnedHeader {
    /** Adds the values there are; those that can't be a header's are left out, and logged. */
    void addTo(ResponseHeaders response, Metadata metadata);

    static ReturnedHeader of(String metadata, String header) {
        String name = HeaderName.metadata(metadata);
        String target = HeaderName.ofResponse(header);
        return HeaderName.isBinary(name)
                ? new Binary(HeaderName.binary(name), target)
                : new Text(HeaderName.text(name), target);
    }

    /** Text as it is. */
    record Text(Metadata.Key<String> key, String header) implements ReturnedHeader {
        @Override
        public void addTo(ResponseHeaders response, Metadata metadata) {
            Iterable<String> values = metadata.getAll(key);
            if (values == null) return;
            for (String value : values) add(response, header, value);
        }
    }

    /** Bytes in base64. */
    record Binary(Metadata.Key<byte[]> key, String header) implements ReturnedHeader {
        @Override
        public void addTo(ResponseHeaders response, Metadata metadata) {
            Iterable<byte[]> values = metadata.getAll(key);
            if (values == null) return;
            for (byte[] value : values)
                add(response, header, Base64.getEncoder().encodeToString(value));
        }
    }

    private static void add(ResponseHeaders response, String header, String value) {
        String stripped = value.strip();
        String problem = !ResponseHeaders.isValue(stripped)
                ? "it is not visible ASCII"
                : response.add(header, stripped) ? null : "there are too many already";
        if (problem != null) log(header, problem);
    }

    private static void log(String header, @Nullable String problem) {
        System.getLogger(HeaderRules.class.getName())
                .log(System.Logger.Level.WARNING, "A value of the header " + header + " is left out: " + problem);
    }
}
