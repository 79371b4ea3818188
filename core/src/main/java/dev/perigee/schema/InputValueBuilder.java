package dev.perigee.schema;

import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.Location;
import dev.perigee.language.Value;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds an argument or an input field. */
public final class InputValueBuilder extends MemberBuilder<InputValueBuilder> {
    private final String name;
    private final TypeExpression type;
    private @Nullable Value defaultValue;

    private InputValueBuilder(String name, TypeExpression type) {
        this.name = name;
        this.type = type;
    }

    static InputValueBuilder build(String name, TypeExpression type, Consumer<InputValueBuilder> more) {
        InputValueBuilder input = new InputValueBuilder(name, type);
        more.accept(input);
        return input;
    }

    static List<InputValueDefinition> definitions(List<InputValueBuilder> inputs) {
        return inputs.stream().map(InputValueBuilder::definition).toList();
    }

    /**
     * What counts where nothing is given.
     *
     * @param value a String, Boolean, Number, enum constant (which stands for the value of its name), List, Map, null, or
     *     a literal
     */
    public InputValueBuilder defaultValue(@Nullable Object value) {
        this.defaultValue = Literals.of(value);
        return this;
    }

    InputValueDefinition definition() {
        return new InputValueDefinition(
                description(), name, type.reference(), defaultValue, directives(), Location.NONE);
    }

    void visitReferences(Consumer<TypeBuilder<?>> visitor) {
        type.visit(visitor);
    }

    @Override
    InputValueBuilder self() {
        return this;
    }
}
