package dev.perigee.grpc.input;

import dev.perigee.schema.CoercionException;
import org.jspecify.annotations.Nullable;

/** Says that a value is none of a scalar's. */
final class Misfit {
    private Misfit() {}

    /** @param why what follows "it is", such as {@code not a whole number} */
    static CoercionException of(String scalar, @Nullable Object value, String why) {
        return new CoercionException(scalar + " cannot represent " + Shown.value(value) + ": it is " + why + ".");
    }
}
