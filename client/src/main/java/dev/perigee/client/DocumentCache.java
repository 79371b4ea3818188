package dev.perigee.client;

import dev.perigee.language.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Documents by their text, those that were asked for last. Bounded by number and by length, since a program that writes
 * values into its documents sends each of them but once. Thread-safe.
 */
final class DocumentCache {
    private static final int MAX_DOCUMENTS = 1_000;
    private static final int MAX_CHARACTERS = 4 << 20;

    private final LinkedHashMap<String, Document> documents = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    /** @param reader makes the document, if it is not known; what it throws is not remembered */
    Document get(String text, Function<String, Document> reader) {
        Document known = known(text);
        if (known != null) return known;
        Document read = reader.apply(text);
        keep(text, read);
        return read;
    }

    private synchronized @Nullable Document known(String text) {
        return documents.get(text);
    }

    private synchronized void keep(String text, Document document) {
        if (documents.put(text, document) == null) characters += text.length();
        var eldest = documents.entrySet().iterator();
        while (documents.size() > MAX_DOCUMENTS || characters > MAX_CHARACTERS) {
            Map.Entry<String, Document> entry = eldest.next();
            characters -= entry.getKey().length();
            eldest.remove();
        }
    }
}
