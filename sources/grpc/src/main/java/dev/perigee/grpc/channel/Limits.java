package dev.perigee.grpc.channel;

import dev.perigee.data.ClientException;
import io.grpc.Status;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How large an upstream's answers may be. gRPC reports an answer over them by its text only.
 *
 * @param maxMessageBytes of one message, uncompressed
 * @param maxMetadataBytes of the headers, or the trailers, of one answer
 */
record Limits(int maxMessageBytes, int maxMetadataBytes) {
    private static final Pattern MESSAGE = Pattern.compile("gRPC message exceeds maximum size (\\d+)");
    private static final String METADATA = "Header size exceeded max allowed size";

    /**
     * What to say of an answer that was over a limit of ours, null if that's not what happened.
     *
     * @param requestBytes a server that refuses our request, for a limit of its own, says the same
     */
    @Nullable ClientException overLimit(Status status, int requestBytes) {
        if (requestBytes <= maxMessageBytes && isMessage(status.getDescription())) return messageTooLarge();
        for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
            if (isMessage(cause.getMessage())) return messageTooLarge(); // found while it was decompressed
            if (isMetadata(cause.getMessage())) {
                return tooLarge("Headers of the service are larger than maxMetadataBytes", maxMetadataBytes);
            }
        }
        return null;
    }

    private boolean isMessage(@Nullable String text) {
        if (text == null) return false;
        Matcher matcher = MESSAGE.matcher(text);
        return matcher.find() && matcher.group(1).equals(Integer.toString(maxMessageBytes));
    }

    private static boolean isMetadata(@Nullable String text) {
        return text != null && text.startsWith(METADATA);
    }

    private ClientException messageTooLarge() {
        return tooLarge("A message of the service is larger than maxMessageBytes", maxMessageBytes);
    }

    private static ClientException tooLarge(String what, int limit) {
        return new ClientException("RESPONSE_TOO_LARGE", what + " allows (" + limit + " bytes).");
    }
}
