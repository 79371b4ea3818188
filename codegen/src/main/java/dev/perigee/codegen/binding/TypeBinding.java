package dev.perigee.codegen.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.perigee.schema.InputValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The class behind a type. */
public sealed interface TypeBinding {
    ClassName javaName();

    /** @param fields the members by the names of the fields that they have the values of */
    record OfObject(ClassName javaName, Map<String, Accessor> fields) implements TypeBinding {}

    /** @param isSame whether the constants are just the values; else each value is a constant, and there are others */
    record OfEnum(ClassName javaName, boolean isSame) implements TypeBinding {}

    /** An interface, or a superclass, of the classes behind the possible types. */
    record OfAbstract(ClassName javaName) implements TypeBinding {}

    /** How an input object is made. */
    record OfInput(ClassName javaName, Form form, List<Part> parts) implements TypeBinding {}

    enum Form {
        /** All values go to the constructor, in the order of the parts. */
        CONSTRUCTOR,
        /** {@code X.builder().title(title).build()}. */
        BUILDER,
        /** {@code new X()}, and setters for what is given. */
        SETTERS
    }

    /**
     * A value that an input object is made of.
     *
     * @param method of builder or bean that takes it, null for a constructor
     * @param reader what makes the value of coerced input: an expression, a function
     */
    record Part(InputValue field, @Nullable String method, CodeBlock reader, Presence presence) {}

    /** How a place takes a value that may be absent or null. */
    enum Presence {
        REQUIRED,
        NULLABLE,
        OPTIONAL,
        GIVEN
    }
}
