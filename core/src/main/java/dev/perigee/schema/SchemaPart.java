package dev.perigee.schema;

import dev.perigee.language.Directive;
import dev.perigee.language.Location;
import dev.perigee.language.OperationTypeDefinition;
import dev.perigee.language.SchemaDefinition;
import dev.perigee.language.SchemaExtension;
import dev.perigee.language.StringValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schema definition or one extension of it. */
record SchemaPart(
        boolean isExtension,
        @Nullable StringValue description,
        List<Directive> directives,
        List<OperationTypeDefinition> operationTypes,
        Location location) {
    static SchemaPart of(SchemaDefinition definition) {
        return new SchemaPart(
                false,
                definition.description(),
                definition.directives(),
                definition.operationTypes(),
                Places.withoutDescription(definition));
    }

    static SchemaPart of(SchemaExtension extension) {
        return new SchemaPart(true, null, extension.directives(), extension.operationTypes(), extension.location());
    }
}
