package dev.perigee.codegen.code;

import dev.perigee.language.OperationType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types where operations start. */
public final class RootTypes {
    private RootTypes() {}

    /** Those that a schema has: of queries, mutations, subscriptions. */
    public static List<ObjectType> of(Schema schema) {
        List<ObjectType> roots = new ArrayList<>();
        for (OperationType operation : OperationType.values()) {
            ObjectType root = schema.rootType(operation);
            if (root != null) roots.add(root);
        }
        return roots;
    }

    public static boolean contains(Schema schema, @Nullable DefinedType type) {
        return type instanceof ObjectType root && of(schema).contains(root);
    }
}
