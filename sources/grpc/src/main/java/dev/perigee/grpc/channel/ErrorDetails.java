package dev.perigee.grpc.channel;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Help;
import com.google.rpc.LocalizedMessage;
import com.google.rpc.PreconditionFailure;
import com.google.rpc.QuotaFailure;
import com.google.rpc.ResourceInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.Metadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The rich details of an error, as entries of {@code extensions}. Of the known types only those that are meant for
 * clients: never {@code DebugInfo}, nor what only a service and its own clients know. Of each type the first one counts,
 * as the standard asks for at most one.
 *
 * @see <a href="https://github.com/googleapis/googleapis/blob/master/google/rpc/error_details.proto">error details</a>
 */
final class ErrorDetails {
    static final String RETRY_AFTER_MILLIS = "retryAfterMillis";

    private static final Metadata.Key<byte[]> KEY =
            Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);
    private static final int MAX_BYTES = 64 << 10;
    private static final int MAX_DETAILS = 32;
    private static final int MAX_ENTRIES = 100;
    private static final int MAX_CHARACTERS = 1024;

    private final Map<String, Object> extensions = new LinkedHashMap<>();

    private ErrorDetails() {}

    /** @param onlyRetry whether the client must not know anything but when to try again */
    static Map<String, Object> of(Metadata trailers, boolean onlyRetry) {
        byte[] bytes = trailers.get(KEY);
        if (bytes == null || bytes.length > MAX_BYTES) return Map.of();
        ErrorDetails details = new ErrorDetails();
        try {
            List<Any> all = Status.parseFrom(bytes).getDetailsList();
            for (Any detail : all.subList(0, Math.min(MAX_DETAILS, all.size()))) details.add(detail, onlyRetry);
        } catch (InvalidProtocolBufferException e) {
            return details.extensions; // the status itself still counts
        }
        return details.extensions;
    }

    private void add(Any detail, boolean onlyRetry) throws InvalidProtocolBufferException {
        String url = detail.getTypeUrl();
        String type = url.substring(url.lastIndexOf('/') + 1);
        if (type.equals("google.rpc.RetryInfo"))
            retry(detail.unpack(RetryInfo.class).getRetryDelay());
        else if (!onlyRetry) addKnown(type, detail);
    }

    private void addKnown(String type, Any detail) throws InvalidProtocolBufferException {
        switch (type) {
            case "google.rpc.BadRequest" ->
                put(
                        "fieldViolations",
                        detail.unpack(BadRequest.class).getFieldViolationsList(),
                        violation -> entry(
                                "field", violation.getField(),
                                "description", violation.getDescription(),
                                "reason", violation.getReason()));
            case "google.rpc.ErrorInfo" -> errorInfo(detail.unpack(ErrorInfo.class));
            case "google.rpc.QuotaFailure" ->
                put(
                        "quotaViolations",
                        detail.unpack(QuotaFailure.class).getViolationsList(),
                        violation ->
                                entry("subject", violation.getSubject(), "description", violation.getDescription()));
            case "google.rpc.PreconditionFailure" ->
                put(
                        "preconditionViolations",
                        detail.unpack(PreconditionFailure.class).getViolationsList(),
                        violation -> entry(
                                "type", violation.getType(),
                                "subject", violation.getSubject(),
                                "description", violation.getDescription()));
            case "google.rpc.ResourceInfo" -> resource(detail.unpack(ResourceInfo.class));
            case "google.rpc.Help" ->
                put(
                        "links",
                        detail.unpack(Help.class).getLinksList(),
                        link -> entry("description", link.getDescription(), "url", link.getUrl()));
            case "google.rpc.LocalizedMessage" -> localized(detail.unpack(LocalizedMessage.class));
            default -> {} // not for clients, or not known to be
        }
    }

    private void errorInfo(ErrorInfo info) {
        extensions.putIfAbsent("reason", shortened(info.getReason()));
        extensions.putIfAbsent("domain", shortened(info.getDomain()));
        if (info.getMetadataCount() == 0) return;
        Map<String, Object> metadata = new LinkedHashMap<>();
        info.getMetadataMap().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(MAX_ENTRIES)
                .forEach(one -> metadata.put(shortened(one.getKey()), shortened(one.getValue())));
        extensions.putIfAbsent("metadata", metadata);
    }

    private void resource(ResourceInfo info) {
        extensions.putIfAbsent(
                "resource",
                entry(
                        "type", info.getResourceType(),
                        "name", info.getResourceName(),
                        "owner", info.getOwner(),
                        "description", info.getDescription()));
    }

    private void localized(LocalizedMessage message) {
        extensions.putIfAbsent(
                "localizedMessage", entry("locale", message.getLocale(), "message", message.getMessage()));
    }

    private void retry(Duration delay) {
        if (delay.getSeconds() < 0 || delay.getSeconds() > Integer.MAX_VALUE || delay.getNanos() < 0) return;
        extensions.putIfAbsent(RETRY_AFTER_MILLIS, delay.getSeconds() * 1000 + delay.getNanos() / 1_000_000);
    }

    private <M extends Message> void put(String name, List<M> parts, Function<M, Map<String, Object>> toEntry) {
        if (parts.isEmpty()) return;
        extensions.putIfAbsent(
                name, parts.stream().limit(MAX_ENTRIES).map(toEntry).toList());
    }

    /** Names and values in turns; those that are empty are left out. */
    private static Map<String, Object> entry(String... namesAndValues) {
        Map<String, Object> entry = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isEmpty()) entry.put(namesAndValues[i], shortened(namesAndValues[i + 1]));
        }
        return entry;
    }

    /** At most so many characters, not cut within one. */
    static String shortened(String text) {
        if (text.length() <= MAX_CHARACTERS) return text;
        int end = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1)) ? MAX_CHARACTERS - 1 : MAX_CHARACTERS;
        return text.substring(0, end) + "…";
    }
}
