package dev.perigee.sql.graph;

import dev.perigee.language.StringValue;
import dev.perigee.language.Value;
import dev.perigee.schema.Coercion;
import java.time.DateTimeException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A scalar whose values are strings of one form. */
final class TextCoercion<T> implements Coercion {
    private final GraphScalar scalar;
    private final Class<T> type;
    private final Pattern form;
    private final String misfit;
    private final Function<String, T> parser;
    private final Function<T, @Nullable String> printer;

    /**
     * @param misfit what a string is that has another form
     * @param parser of strings that have the form; throws DateTimeException if there is no such value all the same
     * @param printer gives null for values that the form can't have
     */
    TextCoercion(
            GraphScalar scalar,
            Class<T> type,
            String form,
            String misfit,
            Function<String, T> parser,
            Function<T, @Nullable String> printer) {
        this.scalar = scalar;
        this.type = type;
        this.form = Pattern.compile(form);
        this.misfit = misfit;
        this.parser = parser;
        this.printer = printer;
    }

    @Override
    public Object coerceInput(Object value) {
        if (!(value instanceof String text) || !form.matcher(text).matches()) throw Misfit.of(scalar, value, misfit);
        try {
            return parser.apply(text);
        } catch (DateTimeException none) {
            throw Misfit.of(scalar, value, misfit);
        }
    }

    /** An enum value or a number is none, though its text may have the form. */
    @Override
    public Object coerceLiteral(Value literal) {
        if (literal instanceof StringValue text) return coerceInput(text.value());
        throw Misfit.of(scalar, literal, misfit);
    }

    @Override
    public Object coerceResult(Object value) {
        String text = type.isInstance(value) ? printer.apply(type.cast(value)) : null;
        if (text == null) throw Misfit.of(scalar, value, misfit);
        return text;
    }
}
