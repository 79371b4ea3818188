package dev.perigee.cli.serve;

import dev.perigee.schema.Suggestions;
import dev.perigee.server.auth.AudienceRules;
import dev.perigee.server.auth.JwtAuthentication;
import dev.perigee.server.auth.Scopes;
import dev.perigee.settings.Problems;
import dev.perigee.settings.SettingsGroup;
import dev.perigee.settings.SettingsGroup.Text;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the settings of {@code auth}: {@code docs/guide/authentication.md} lists what may be in them. */
final class AuthSettingsReader {
    private static final String A_URL = "a URL, such as https://login.example.com";
    private static final String SOME_NAMES =
            "the server's names in \"aud\" of tokens, such as https://graph.example.com";

    private static final String ONE_SCOPE = "one scope, such as todos:graph";

    /** What is said of tokens that others issue; in our own we know what they say. */
    private static final List<String> OF_OTHERS = List.of("jwks", "algorithms", "rolesClaim", "audiences");

    private final Path directory;
    private final Problems problems;

    AuthSettingsReader(Path directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    /**
     * Null if there are none.
     *
     * @param clients reads the clients of the token endpoint
     */
    @Nullable AuthSettings read(SettingsGroup all, ClientsReader clients) throws IOException {
        SettingsGroup auth = all.group("auth");
        URI issuer = url(auth, "issuer");
        URI jwks = url(auth, "jwks");
        List<String> audience =
                auth.texts("audience", SOME_NAMES).stream().map(Text::value).toList();
        List<String> algorithms = algorithms(auth);
        Duration clockSkew = auth.duration("clockSkew", Duration.ofMinutes(1), Duration.ZERO);
        boolean isAnonymousAllowed = auth.flag("anonymous", true);
        String requiredScope = requiredScope(auth);
        String rolesClaim = auth.text("rolesClaim", "the name of a claim, such as roles or realm_access.roles");
        AudienceRules audiences = audiences(auth.group("audiences"));
        TokenSettings tokens = tokens(auth, clients);
        auth.rejectUnknown();
        if (!all.has("auth")) return null;
        if (auth.has("clients")) rejectThoseOfOthers(auth);
        else if (all.isGroup("auth")) requireThoseOfOthers(all, auth);
        return new AuthSettings(
                tokens,
                issuer,
                jwks,
                audience,
                algorithms,
                clockSkew,
                isAnonymousAllowed,
                requiredScope,
                rolesClaim,
                audiences);
    }

    private void rejectThoseOfOthers(SettingsGroup auth) {
        for (String name : OF_OTHERS) {
            if (!auth.has(name)) continue;
            problems.add(
                    auth.place(name),
                    "\"" + name + "\" is for tokens of another authorization server; with \"clients\", they are of this"
                            + " one.");
        }
    }

    private void requireThoseOfOthers(SettingsGroup all, SettingsGroup auth) {
        if (!auth.has("issuer")) {
            problems.add(
                    all.place("auth"),
                    "\"auth\" needs \"issuer\", the authorization server whose tokens are taken, or \"clients\", to"
                            + " issue tokens itself.");
        }
        if (!auth.has("audience")) {
            problems.add(
                    all.place("auth"),
                    "\"auth\" needs \"audience\", " + SOME_NAMES + ": tokens for others are refused.");
        }
    }

    private @Nullable URI url(SettingsGroup auth, String name) {
        String text = auth.text(name, A_URL);
        if (text == null) return null;
        try {
            URI uri = new URI(text);
            boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (isWeb && uri.getHost() != null) return uri;
        } catch (URISyntaxException e) {
            // as below
        }
        problems.add(auth.place(name), "\"" + name + "\" must be " + A_URL + ", found \"" + text + "\".");
        return null;
    }

    private List<String> algorithms(SettingsGroup auth) {
        List<String> known = JwtAuthentication.Builder.algorithms();
        List<String> algorithms = new ArrayList<>();
        for (Text name : auth.texts("algorithms", "names of algorithms, such as RS256")) {
            if (known.contains(name.value())) algorithms.add(name.value());
            else {
                String meant = Suggestions.didYouMean(name.value(), known);
                problems.add(
                        name.node(),
                        "Tokens can't be signed by \"" + name.value() + "\"."
                                + (meant.isEmpty() ? " There are " + String.join(", ", known) + "." : meant));
            }
        }
        return algorithms;
    }

    private @Nullable String requiredScope(SettingsGroup auth) {
        String scope = auth.text("requiredScope", ONE_SCOPE);
        if (scope == null || Scopes.isScope(scope)) return scope;
        problems.add(
                auth.place("requiredScope"), "\"requiredScope\" must be " + ONE_SCOPE + ", found \"" + scope + "\".");
        return null;
    }

    private AudienceRules audiences(SettingsGroup audiences) {
        String claim = audiences.text("claim", "the name of a claim");
        Map<String, String> clients = names(audiences.group("clients"));
        Map<String, String> scopes = names(audiences.group("scopes"));
        audiences.rejectUnknown();
        return new AudienceRules(claim, clients, scopes);
    }

    private static Map<String, String> names(SettingsGroup group) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Text name : group.names()) {
            String audience = group.text(name.value(), "the name of an audience");
            if (audience != null) names.put(name.value(), audience);
        }
        return names;
    }

    private @Nullable TokenSettings tokens(SettingsGroup auth, ClientsReader clients) throws IOException {
        String keys = auth.text("keys", "a file for the keys that sign tokens, such as keys.json");
        Duration rotation = auth.duration("keyRotation", Duration.ofDays(30), Duration.ofMinutes(1));
        if (!auth.has("clients")) {
            for (String name : List.of("keys", "keyRotation")) {
                if (auth.has(name)) {
                    problems.add(auth.place(name), "\"" + name + "\" is for tokens that are issued to \"clients\".");
                }
            }
            return null;
        }
        return new TokenSettings(clients.read(auth), keys == null ? null : directory.resolve(keys), rotation);
    }
}
