package dev.perigee.grpc.graph;

import static dev.perigee.grpc.graph.Nodes.argument;
import static dev.perigee.grpc.graph.Nodes.directive;
import static dev.perigee.grpc.graph.Nodes.string;

import dev.perigee.language.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The directives that options of the IDL stand for. One schema, one thread. */
final class AppliedDirectives {
    /** As in {@code Deprecated: use ListUsers.}, to the end of the paragraph. */
    private static final Pattern REASON = Pattern.compile("^Deprecated:((?s).+?)(?:\\n\\s*\\n|\\z)", Pattern.MULTILINE);

    private final Set<String> used = new TreeSet<>();

    /** The names of those that were made, without {@code @}. */
    Set<String> used() {
        return used;
    }

    Directive use(Directive directive) {
        used.add(directive.name());
        return directive;
    }

    List<Directive> of(AccessRules rules) {
        List<Directive> directives = rules.directives();
        directives.forEach(this::use);
        return directives;
    }

    /** @param comment where a reason is looked for */
    List<Directive> of(boolean isDeprecated, @Nullable String comment, AccessRules rules) {
        List<Directive> directives = new ArrayList<>();
        if (isDeprecated) directives.add(deprecated(comment));
        directives.addAll(of(rules));
        return directives;
    }

    private static Directive deprecated(@Nullable String comment) {
        Matcher reason = REASON.matcher(comment == null ? "" : comment);
        String text = reason.find() ? reason.group(1).replaceAll("\\s+", " ").strip() : "";
        return text.isEmpty() ? directive("deprecated") : directive("deprecated", argument("reason", string(text)));
    }
}
