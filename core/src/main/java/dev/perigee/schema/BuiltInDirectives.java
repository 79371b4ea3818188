package dev.perigee.schema;

import org.jspecify.annotations.Nullable;

/** {@code @skip}, {@code @include}, {@code @deprecated}, {@code @specifiedBy} and {@code @oneOf}. */
final class BuiltInDirectives {
    private BuiltInDirectives() {}

    static boolean isBuiltIn(String name) {
        return switch (name) {
            case "skip", "include", "deprecated", "specifiedBy", "oneOf" -> true;
            default -> false;
        };
    }

    /** The directive of this name, null if it is not built in. */
    static @Nullable DirectiveType of(String name) {
        for (DirectiveType directive : BuiltInDefinitions.directives()) {
            if (directive.name().equals(name)) return directive;
        }
        return null;
    }
}
