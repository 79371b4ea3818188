package dev.perigee.schema;

import dev.perigee.language.Value;


/** Literals as plain Java values. */
final class Literals {
    private Literals() {}

    /** What JSON would have for a literal: String (an enum value's name too), Boolean, Number, List, Map, null. */
    static Object plain(Value literal) {
        throw new UnsupportedOperationException("not yet");
    }
}
