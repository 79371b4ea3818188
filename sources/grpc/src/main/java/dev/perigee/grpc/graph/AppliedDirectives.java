package dev.perigee.grpc.graph;

import static dev.perigee.grpc.graph.Nodes.argument;
import static dev.perigee.grpc.graph.Nodes.directive;
import static dev.perigee.grpc.graph.Nodes.string;
import static dev.perigee.grpc.graph.Nodes.strings;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.perigee.grpc.options.FieldRules;
import dev.perigee.grpc.options.MessageRules;
import dev.perigee.grpc.options.MethodRules;
import dev.perigee.grpc.options.Scopes;
import dev.perigee.language.Directive;
import dev.perigee.language.ListValue;
import dev.perigee.language.Value;
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
    private static final Pattern DEPRECATED =
            Pattern.compile("^Deprecated:\\s*(.+?)(?:\n\\s*\n|\\z)", Pattern.DOTALL | Pattern.MULTILINE);

    private final Set<String> used = new TreeSet<>();

    /** The names of those that were made, without {@code @}. */
    Set<String> used() {
        return used;
    }

    List<Directive> of(MethodDescriptor method, @Nullable String comment) {
        MethodRules rules = ProtoOptions.rules(method);
        boolean isDeprecated = method.getOptions().getDeprecated()
                || method.getService().getOptions().getDeprecated();
        return all(
                isDeprecated,
                comment,
                rules.getAuthenticated(),
                rules.getRequiresScopesList(),
                rules.getRequiresRolesList());
    }

    List<Directive> of(FieldDescriptor field, @Nullable String comment) {
        FieldRules rules = ProtoOptions.rules(field);
        return all(
                field.getOptions().getDeprecated(),
                comment,
                rules.getAuthenticated(),
                rules.getRequiresScopesList(),
                rules.getRequiresRolesList());
    }

    List<Directive> of(Descriptor message) {
        MessageRules rules = ProtoOptions.rules(message);
        return all(false, null, rules.getAuthenticated(), rules.getRequiresScopesList(), rules.getRequiresRolesList());
    }

    /** Deprecation alone. */
    List<Directive> ofDeprecated(boolean isDeprecated, @Nullable String comment) {
        return all(isDeprecated, comment, false, List.of(), List.of());
    }

    Directive use(Directive directive) {
        used.add(directive.name());
        return directive;
    }

    private List<Directive> all(
            boolean isDeprecated,
            @Nullable String comment,
            boolean authenticated,
            List<Scopes> scopes,
            List<String> roles) {
        List<Directive> directives = new ArrayList<>();
        if (isDeprecated) directives.add(deprecated(comment));
        if (authenticated) directives.add(use(directive("authenticated")));
        if (!scopes.isEmpty()) {
            List<Value> either = new ArrayList<>();
            for (Scopes all : scopes) either.add(strings(all.getAllList()));
            directives.add(use(directive("requiresScopes", argument("scopes", new ListValue(either, Nodes.NONE)))));
        }
        if (!roles.isEmpty()) directives.add(use(directive("requiresRoles", argument("roles", strings(roles)))));
        return directives;
    }

    private static Directive deprecated(@Nullable String comment) {
        Matcher reason = DEPRECATED.matcher(comment == null ? "" : comment);
        if (!reason.find()) return directive("deprecated");
        String text = reason.group(1).replaceAll("\\s+", " ").strip();
        return directive("deprecated", argument("reason", string(text)));
    }
}
