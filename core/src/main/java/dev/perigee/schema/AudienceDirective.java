package dev.perigee.schema;

import dev.perigee.language.Source;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The directive that says in a schema for whom something is: {@code @audience(only: ["server"])}. What does not have it is
 * for everybody. For callers of another audience, and for those of none, it does not exist; see {@link SchemaFace}.
 */
public final class AudienceDirective {
    /** Its name, without {@code @}. */
    public static final String NAME = "audience";

    /** Its definition, for schemas that use it. */
    public static final String SDL = """
        "Only for callers of one of these audiences. For others, it does not exist."
        directive @audience(
          only: [String!]!
        ) on OBJECT | INTERFACE | UNION | SCALAR | ENUM | INPUT_OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
        """;

    /** The same for {@link DirectiveLibrary}. */
    public static final Source SOURCE = Source.of("the directive of audiences", SDL);

    private AudienceDirective() {}

    /** Whether what has these directives is for callers of an audience. */
    public static boolean admits(List<AppliedDirective> directives, String audience) {
        for (AppliedDirective directive : directives) {
            if (directive.name().equals(NAME) && !names(directive).contains(audience)) return false;
        }
        return true;
    }

    /** The audiences that one such directive names; without a list there are none. */
    static Set<String> names(AppliedDirective directive) {
        Set<String> names = new LinkedHashSet<>();
        if (directive.arguments().get("only") instanceof Collection<?> only) {
            only.forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }
}
