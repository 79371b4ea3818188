package dev.perigee.server;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.RequestHeaders;
import java.util.List;

/**
 * The strong tag of an answer: a digest of its bytes. A client that has the same already is told so, and not given it again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-etag">RFC 9110, ETag</a>
 */
record EntityTag(String value) {
    static EntityTag of(byte[] body) {
        return new EntityTag("\"" + DocumentHash.of(body).substring(0, 32) + "\"");
    }

    boolean isKnownTo(RequestHeaders headers) {
        List<String> known = headers.getAll(HttpHeaderNames.IF_NONE_MATCH);
        return known.stream()
                .flatMap(list -> MediaRange.split(list, ',').stream())
                .map(String::strip)
                // The weak form is the same to this header: what compresses answers on the way makes it of ours.
                .anyMatch(tag -> tag.equals("*") || tag.equals(value) || tag.equals("W/" + value));
    }
}
