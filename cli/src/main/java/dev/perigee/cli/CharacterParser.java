package dev.perigee.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON whose strings have whole characters only, as those of GraphQL have. JSON's escapes can say half of a surrogate
 * pair, which no response can give back. Of names, the library reads whole characters only.
 */
final class CharacterParser extends JsonParserDelegate {
    CharacterParser(JsonParser json) {
        super(json);
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if (token == JsonToken.VALUE_STRING && !UTF_8.newEncoder().canEncode(getText())) {
            throw new JsonParseException(this, "found half of a surrogate pair.", currentTokenLocation());
        }
        return token;
    }
}
