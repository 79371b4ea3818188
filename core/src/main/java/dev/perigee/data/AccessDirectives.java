package dev.perigee.data;

import dev.perigee.language.Source;
import dev.perigee.schema.AppliedDirective;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The directives that say in a schema who may see what. On a field they protect the field, also where it is reached
 * through an interface that declares it; on a type every field that returns it, and its own fields where it is behind an
 * interface or union, or a root type; on an argument or input field the field that it is given to. What a caller may not
 * see is never asked for, of any source.
 */
public final class AccessDirectives {
    /** Names of the directives, without {@code @}. */
    public static final List<String> NAMES = List.of("authenticated", "requiresScopes", "requiresRoles");

    /** Their definitions, for schemas that use them. */
    public static final String SDL = """
        "For callers who are known, whoever it is."
        directive @authenticated(
          otherwise: AccessOtherwise! = ERROR
        ) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | SCALAR | ENUM | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION

        "For callers who have all scopes of one of the lists."
        directive @requiresScopes(
          scopes: [[String!]!]!
          otherwise: AccessOtherwise! = ERROR
        ) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | SCALAR | ENUM | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION

        "For callers who have one of the roles."
        directive @requiresRoles(
          roles: [String!]!
          otherwise: AccessOtherwise! = ERROR
        ) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | SCALAR | ENUM | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION

        "What a caller gets in place of what they may not see."
        enum AccessOtherwise {
          "An error."
          ERROR
          "Null, as if there was nothing."
          NULL
        }
        """;

    /** The same for {@link dev.perigee.schema.DirectiveLibrary}. */
    public static final Source SOURCE = Source.of("the directives of access", SDL);

    private AccessDirectives() {}

    /** The rule that a directive of a schema stands for, null if it is none of these. */
    static @Nullable AccessRule rule(AppliedDirective directive) {
        Otherwise otherwise = "NULL".equals(directive.arguments().get("otherwise")) ? Otherwise.NULL : Otherwise.ERROR;
        return switch (directive.name()) {
            case "authenticated" -> new AccessRule.Authenticated(otherwise);
            case "requiresScopes" ->
                new AccessRule.Scopes(
                        items(directive.arguments().get("scopes")).stream()
                                .map(AccessDirectives::texts)
                                .toList(),
                        otherwise);
            case "requiresRoles" ->
                new AccessRule.Roles(texts(directive.arguments().get("roles")), otherwise);
            default -> null;
        };
    }

    /** Without a list there are none, which nobody satisfies. */
    private static Collection<?> items(@Nullable Object list) {
        return list instanceof Collection<?> items ? items : List.of();
    }

    private static Set<String> texts(@Nullable Object list) {
        return items(list).stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String list(Set<String> names) {
        return names.stream()
                .map(name -> '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static String argument(Otherwise otherwise) {
        return otherwise == Otherwise.NULL ? ", otherwise: NULL" : "";
    }
}
