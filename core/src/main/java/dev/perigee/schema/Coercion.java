package dev.perigee.schema;

import dev.perigee.language.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a scalar come in and go out. Implementations are immutable or thread-safe. None of the methods is
 * called with null: null is not a value of a scalar. What they throw besides {@link CoercionException} is a defect of
 * the implementation.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Scalars">Scalars</a>
 */
public interface Coercion {
    /**
     * A value that a client sent as a variable: a String, Boolean, Number, List or Map, as JSON has them. Returns what
     * Java code works with.
     *
     * @throws CoercionException if it is not a value of this scalar; the message is shown to the client
     */
    @Nullable Object coerceInput(Object value) throws CoercionException;

    /**
     * A value that stands in a document, without variables in it. As it stands, it is turned into what JSON would have
     * for it, and coerced like that.
     *
     * @throws CoercionException if it is not a value of this scalar; the message is shown to the client
     */
    default @Nullable Object coerceLiteral(Value literal) throws CoercionException {
        Object plain = Literals.plain(literal, Map.of());
        return plain == null ? null : coerceInput(plain);
    }

    /**
     * A value that Java code returned. Returns what JSON can say: a String, Boolean, Number, List or Map.
     *
     * @throws CoercionException if the scalar has no such value; the message is shown to the client
     */
    Object coerceResult(Object value) throws CoercionException;
}
