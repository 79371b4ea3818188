package dev.perigee.schema;

import dev.perigee.language.Argument;
import dev.perigee.language.Directive;
import dev.perigee.language.Location;
import dev.perigee.language.StringValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code @deprecated}, as it is written on a definition. */
final class Deprecation {
    static final String NAME = "deprecated";
    static final String DEFAULT_REASON = "No longer supported";

    private Deprecation() {}

    /** Null if none of the directives is {@code @deprecated}. */
    static @Nullable String reason(List<Directive> directives) {
        for (Directive directive : directives) {
            if (!directive.name().equals(NAME)) continue;
            String reason = stringArgument(directive, "reason");
            return reason == null ? DEFAULT_REASON : reason;
        }
        return null;
    }

    /** The directive for a reason, which is left out where it is the default. */
    static Directive directive(String reason) {
        List<Argument> arguments =
                reason.equals(DEFAULT_REASON) ? List.of() : List.of(TypeNodes.argument("reason", reason));
        return new Directive(NAME, arguments, Location.NONE);
    }

    /** The value of a directive's argument if it is a string. */
    static @Nullable String stringArgument(Directive directive, String name) {
        for (Argument argument : directive.arguments()) {
            if (argument.name().equals(name) && argument.value() instanceof StringValue text) return text.value();
        }
        return null;
    }
}
