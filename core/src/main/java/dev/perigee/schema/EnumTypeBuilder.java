package dev.perigee.schema;

import dev.perigee.language.EnumTypeDefinition;
import dev.perigee.language.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Builds an enum type; starts with {@link Types#enumType}. */
public final class EnumTypeBuilder extends TypeBuilder<EnumTypeBuilder> {
    private final List<EnumValueBuilder> values = new ArrayList<>();

    EnumTypeBuilder(String name) {
        super(name);
    }

    /** Values that stand for their names in Java. */
    public EnumTypeBuilder values(String... names) {
        for (String name : names) value(name, value -> {});
        return this;
    }

    /** The values are the constants of a Java enum, of the same names. */
    public EnumTypeBuilder values(Class<? extends Enum<?>> type) {
        for (Enum<?> constant : type.getEnumConstants()) value(constant.name(), value -> value.javaValue(constant));
        return this;
    }

    /** A value with what else is to say of it. */
    public EnumTypeBuilder value(String name, Consumer<EnumValueBuilder> more) {
        EnumValueBuilder value = new EnumValueBuilder(name);
        more.accept(value);
        values.add(value);
        return this;
    }

    @Override
    EnumTypeDefinition definition() {
        return new EnumTypeDefinition(
                description(),
                name(),
                directives(),
                values.stream().map(EnumValueBuilder::definition).toList(),
                Location.NONE);
    }

    @Override
    void visitReferences(Consumer<TypeBuilder<?>> visitor) {
        // an enum refers to nothing
    }

    @Override
    void attach(Attachments attachments) {
        values.forEach(value -> value.attach(name(), attachments));
    }

    @Override
    EnumTypeBuilder self() {
        return this;
    }
}
