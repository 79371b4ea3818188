package dev.perigee.schema;

import dev.perigee.language.EnumValueDefinition;
import dev.perigee.language.Location;
import org.jspecify.annotations.Nullable;

/** Builds a value of an enum type. */
public final class EnumValueBuilder extends MemberBuilder<EnumValueBuilder> {
    private final String name;
    private @Nullable Object javaValue;

    EnumValueBuilder(String name) {
        this.name = name;
    }

    /** What the value stands for in Java; its name, if nothing is said. */
    public EnumValueBuilder javaValue(Object value) {
        this.javaValue = value;
        return this;
    }

    EnumValueDefinition definition() {
        return new EnumValueDefinition(description(), name, directives(), Location.NONE);
    }

    void attach(String enumName, Attachments attachments) {
        if (javaValue != null) attachments.enumValue(enumName, name, javaValue);
    }

    @Override
    EnumValueBuilder self() {
        return this;
    }
}
