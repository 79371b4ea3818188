package dev.perigee.schema;

/** {@code @skip}, {@code @include}, {@code @deprecated}, {@code @specifiedBy} and {@code @oneOf}. */
final class BuiltInDirectives {
    private BuiltInDirectives() {}

    static boolean isBuiltIn(String name) {
        return switch (name) {
            case "skip", "include", "deprecated", "specifiedBy", "oneOf" -> true;
            default -> false;
        };
    }
}
