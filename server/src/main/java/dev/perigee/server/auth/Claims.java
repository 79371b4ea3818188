package dev.perigee.server.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a token says, as JSON has it. */
record Claims(Map<String, @Nullable Object> values) {
    static Claims of(JWTClaimsSet token) {
        return new Claims(new LinkedHashMap<>(token.toJSONObject()));
    }

    /** A claim by its name; else, with dots, one inside of others: {@code realm_access.roles}. */
    @Nullable Object find(String path) {
        if (values.containsKey(path)) return values.get(path);
        Object found = values;
        for (String name : path.split("\\.", -1)) {
            if (!(found instanceof Map<?, ?> object)) return null;
            found = object.get(name);
        }
        return found;
    }

    @Nullable String text(String name) {
        return values.get(name) instanceof String text && !text.isEmpty() ? text : null;
    }

    /** A list of texts, or one text with spaces between them; other values are none. */
    Set<String> texts(String path) {
        Set<String> texts = new LinkedHashSet<>();
        switch (find(path)) {
            case String text -> texts.addAll(Arrays.asList(text.split(" +", -1)));
            case List<?> list -> {
                for (Object item : list) if (item instanceof String text) texts.add(text);
            }
            case null, default -> {
                // nothing that could be meant
            }
        }
        texts.remove("");
        return texts;
    }
}
