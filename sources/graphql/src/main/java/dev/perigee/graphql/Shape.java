package dev.perigee.graphql;

import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.json.JsonName;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a value of a reply is written, compiled for what one set of conditions selects. Immutable. */
sealed interface Shape {
    boolean isNonNull();

    record Items(Shape item, boolean isNonNull) implements Shape {}

    record Leaf(DefinedType type, boolean isNonNull) implements Shape {}

    /** @param byType the fields of each type, by the names that the remote has for them; of an object type one alone */
    record Objects(Map<String, Entries> byType, @Nullable Entries only, boolean isNonNull) implements Shape {}

    /** What is selected of one type, in response order. */
    record Entries(List<Entry> entries) {}

    /** @param shape null for the name of the type, which is {@code typeName} */
    record Entry(
            JsonName name,
            SelectedField field,
            String key,
            @Nullable Shape shape,
            String typeName) {}

    static Shape of(SelectedField field, Remote remote, SourceRun run) {
        return of(field, field.definition().type(), remote, run);
    }

    private static Shape of(SelectedField field, Type type, Remote remote, SourceRun run) {
        boolean isNonNull = type.isNonNull();
        return switch (type.nullable()) {
            case ListOf list -> new Items(of(field, list.type(), remote, run), isNonNull);
            case CompositeType composite -> objects(field, composite, isNonNull, remote, run);
            case Type leaf -> new Leaf(leaf.named(), isNonNull);
        };
    }

    /** Of one object that is the field's value, or an item of it. Null in place of it is the field's concern. */
    static Objects object(SelectedField field, Remote remote, SourceRun run) {
        CompositeType type = (CompositeType) field.definition().namedType();
        return objects(field, type, true, remote, run);
    }

    private static Objects objects(
            SelectedField field, CompositeType type, boolean isNonNull, Remote remote, SourceRun run) {
        Map<String, Entries> byType = new HashMap<>();
        Entries only = null;
        for (ObjectType possible : field.possibleTypes()) {
            Entries entries = entries(run.included(field, possible), possible, remote, run);
            String own = remote.names().remoteType(possible.name());
            if (own != null) byType.put(own, entries);
            if (type instanceof ObjectType) only = entries;
        }
        return new Objects(byType, only, isNonNull);
    }

    private static Entries entries(
            List<? extends SelectedField> fields, ObjectType type, Remote remote, SourceRun run) {
        List<Entry> entries = new ArrayList<>(fields.size());
        for (SelectedField field : fields) {
            Shape shape = field.definition().name().equals("__typename") ? null : of(field, remote, run);
            JsonName name = new JsonName(field.responseName());
            entries.add(new Entry(name, field, ResponseKeys.of(field), shape, type.name()));
        }
        return new Entries(List.copyOf(entries));
    }
}
