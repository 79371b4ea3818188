package dev.perigee.schema;

import dev.perigee.language.Location;
import dev.perigee.language.ObjectTypeDefinition;

/** Builds an object type; starts with {@link Types#object}. */
public final class ObjectTypeBuilder extends FieldsBuilder<ObjectTypeBuilder> {
    ObjectTypeBuilder(String name) {
        super(name);
    }

    @Override
    ObjectTypeDefinition definition() {
        return new ObjectTypeDefinition(description(), name(), interfaces(), directives(), fields(), Location.NONE);
    }

    @Override
    ObjectTypeBuilder self() {
        return this;
    }
}
