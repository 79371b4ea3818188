package dev.perigee.grpc.channel;

import dev.perigee.data.ClientException;
import dev.perigee.data.Headers;
import dev.perigee.data.ResponseHeaders;
import io.grpc.Metadata;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A request's header as metadata of calls. Of binary metadata, the header has the base64. Immutable. */
sealed interface ForwardedHeader {
    /** In lower case. */
    String header();

    /**
     * Adds the request's values.
     *
     * @return how many bytes these are
     * @throws ClientException if a value can't be metadata
     */
    int addTo(Metadata metadata, Headers headers);

    static ForwardedHeader of(String ofRequest, String metadata) {
        String name = HeaderName.metadata(metadata);
        String header = HeaderName.metadata(ofRequest);
        return HeaderName.isBinary(name)
                ? new Binary(header, HeaderName.binary(name))
                : new Text(header, HeaderName.text(name));
    }

    /** Text as it is. */
    record Text(String header, Metadata.Key<String> key) implements ForwardedHeader {
        @Override
        public int addTo(Metadata metadata, Headers headers) {
            int bytes = 0;
            for (String value : headers.all(header)) {
                if (!ResponseHeaders.isValue(value)) throw unusable(header, "visible ASCII characters");
                metadata.put(key, value);
                bytes += key.name().length() + value.length();
            }
            return bytes;
        }
    }

    /** Bytes, several in one value separated by commas. */
    record Binary(String header, Metadata.Key<byte[]> key) implements ForwardedHeader {
        @Override
        public int addTo(Metadata metadata, Headers headers) {
            int bytes = 0;
            for (String values : headers.all(header)) {
                for (byte[] value : decode(values)) {
                    metadata.put(key, value);
                    bytes += key.name().length() + value.length;
                }
            }
            return bytes;
        }

        private List<byte[]> decode(String values) {
            List<byte[]> decoded = new ArrayList<>();
            try {
                for (String value : values.split(",", -1))
                    decoded.add(Base64.getDecoder().decode(value.strip()));
            } catch (IllegalArgumentException e) {
                throw unusable(header, "base64");
            }
            return decoded;
        }
    }

    private static ClientException unusable(String header, String expected) {
        return new ClientException("BAD_HEADER", "The header " + header + " must be " + expected + ".");
    }
}
