package dev.perigee.plan;

import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.Schema;
import java.util.List;

/**
 * What the caller of an operation sees of the values that it may give. Plans are made of the types of the whole schema, so
 * that sources and wiring meet the same types whoever calls, and hidden arguments have their default values; a document that
 * is valid by a {@linkplain dev.perigee.schema.SchemaFace face} can't ask for more of them than it has. Only values may be
 * more than their field shows: objects of a hidden type, and hidden values of an enum.
 */
record Sight(Schema schema, Schema face) {
    boolean sees(ObjectType type) {
        return schema == face || face.type(type.name()) != null;
    }

    /** The objects that a value of a type can be, of those that the caller sees. */
    List<ObjectType> possibleTypes(CompositeType type) {
        List<ObjectType> all = schema.possibleTypes(type);
        return schema == face ? all : all.stream().filter(this::sees).toList();
    }

    /** Whether a value of a type can be what the caller does not see. */
    boolean isNarrowed(DefinedType type) {
        if (schema == face) return false;
        return switch (type) {
            case EnumType values ->
                values(values).values().size() < values.values().size();
            case CompositeType composite ->
                possibleTypes(composite).size()
                        < schema.possibleTypes(composite).size();
            default -> false;
        };
    }

    LeafFormat format(DefinedType type) {
        return type instanceof EnumType values ? LeafFormat.of(values, values(values)) : LeafFormat.of(type);
    }

    private EnumType values(EnumType type) {
        return face.type(type.name()) instanceof EnumType values ? values : type;
    }
}
