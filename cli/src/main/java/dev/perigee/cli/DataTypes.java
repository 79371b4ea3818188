package dev.perigee.cli;

import dev.perigee.data.ClientException;
import dev.perigee.data.Wiring;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.Schema;
import java.util.Map;

/** Tells the types of values in plain JSON apart, and says so to its author where one does not tell its type. */
final class DataTypes {
    private static final String CODE = "TYPE_UNKNOWN";

    private DataTypes() {}

    static Wiring wiring(Schema schema) {
        Wiring.Builder wiring = Wiring.builder();
        for (DefinedType type : schema.types()) {
            if (!(type instanceof CompositeType composite) || type instanceof ObjectType) continue;
            wiring.typeOf(type.name(), value -> typeOf(value, composite, schema));
        }
        return wiring.build();
    }

    private static String typeOf(Object value, CompositeType type, Schema schema) {
        if (!(value instanceof Map<?, ?> map && map.get("__typename") instanceof String name)) {
            throw new ClientException(
                    CODE,
                    "A value of \"%s\" in the data needs an entry \"__typename\", the name of its object type."
                            .formatted(type.name()));
        }
        if (schema.type(name) instanceof ObjectType object && schema.isPossibleType(type, object)) return name;
        throw new ClientException(
                CODE,
                "The value in the data is of the type \"%s\", which is no object type of \"%s\"."
                        .formatted(name, type.name()));
    }
}
