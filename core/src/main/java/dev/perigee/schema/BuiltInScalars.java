package dev.perigee.schema;

/** Int, Float, String, Boolean and ID. */
final class BuiltInScalars {
    private BuiltInScalars() {}

    static boolean isBuiltIn(ScalarType type) {
        throw new UnsupportedOperationException("not yet");
    }
}
