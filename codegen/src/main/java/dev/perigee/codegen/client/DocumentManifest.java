package dev.perigee.codegen.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.json.JsonWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * The documents of a client for a server that is to run no others: a JSON object, with the text by the id that the client sends
 * instead of it, which is {@code sha256:} and the hash of the text in UTF-8.
 *
 * @see <a href="https://http-spec.graphql.org/September2026/#sec-Appendix-Persisted-Documents">Persisted Documents</a>
 */
public final class DocumentManifest {
    private DocumentManifest() {}

    /** One document a line, in their order. */
    public static String of(Collection<String> documents) {
        JsonWriter json = new JsonWriter();
        String separator = "{\n  ";
        for (String document : documents) {
            for (char c : separator.toCharArray()) json.raw(c);
            json.writeString(id(document));
            json.raw(':');
            json.raw(' ');
            json.writeString(document);
            separator = ",\n  ";
        }
        return new String(json.toByteArray(), UTF_8) + (documents.isEmpty() ? "{}\n" : "\n}\n");
    }

    private static String id(String document) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(document.getBytes(UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
