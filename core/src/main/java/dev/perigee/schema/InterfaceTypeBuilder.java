package dev.perigee.schema;

import dev.perigee.language.InterfaceTypeDefinition;
import dev.perigee.language.Location;

/** Builds an interface type; starts with {@link Types#interfaceType}. */
public final class InterfaceTypeBuilder extends FieldsBuilder<InterfaceTypeBuilder> {
    InterfaceTypeBuilder(String name) {
        super(name);
    }

    @Override
    InterfaceTypeDefinition definition() {
        return new InterfaceTypeDefinition(description(), name(), interfaces(), directives(), fields(), Location.NONE);
    }

    @Override
    InterfaceTypeBuilder self() {
        return this;
    }
}
