package dev.perigee.sql.mutation;

import dev.perigee.sql.graph.GraphShape;
import dev.perigee.sql.graph.WritableShape;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Column.Trait;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.mutation.InputRow.Children;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads input objects, and checks all that can be checked without the database. Immutable. */
final class InputReader {
    private final Map<Table, InputFields> ofNew = new HashMap<>();
    private final Map<Table, InputFields> ofPatch = new HashMap<>();
    private final Map<Relation, InputFields> ofNested = new HashMap<>();

    private InputReader() {}

    static InputReader of(GraphShape shape) {
        InputReader reader = new InputReader();
        WritableShape writes = shape.writes();
        for (Table table : shape.tables()) {
            List<Relation> nested = writes.nestedCreates(table);
            reader.ofNew.put(table, new InputFields(table, writes.createColumns(table), nested));
            reader.ofPatch.put(table, new InputFields(table, writes.updateColumns(table), List.of()));
            for (Relation relation : nested) {
                Table target = relation.target();
                List<Column> columns = writes.nestedCreateColumns(relation);
                reader.ofNested.put(relation, new InputFields(target, columns, writes.nestedCreates(target)));
            }
        }
        return reader;
    }

    /** The columns that may be given of a new row. */
    List<Column> newColumns(Table table) {
        return known(ofNew.get(table), table).columns();
    }

    /** The columns that may be given of a row that is there. */
    List<Column> patchColumns(Table table) {
        return known(ofPatch.get(table), table).columns();
    }

    /** @throws dev.perigee.data.ClientException {@code BAD_USER_INPUT} if a value is none that its column can have */
    InputRow readNew(Table table, Map<?, ?> input) {
        return readNew(known(ofNew.get(table), table), input, "input");
    }

    /** As {@link #readNew(Table, Map)}. */
    InputRow readPatch(Table table, Map<?, ?> patch) {
        InputFields fields = known(ofPatch.get(table), table);
        List<Column> columns = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        readColumns(fields, patch, "patch", columns, values);
        checkAllKnown(patch, columns.size(), "patch");
        return new InputRow(table, "patch", columns, values, List.of());
    }

    private InputRow readNew(InputFields fields, Map<?, ?> input, String path) {
        List<Column> columns = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        readColumns(fields, input, path, columns, values);
        int known = columns.size();
        List<Children> children = new ArrayList<>();
        for (Relation relation : fields.relations()) {
            if (!input.containsKey(relation.fieldName())) continue;
            known++;
            Object given = input.get(relation.fieldName());
            if (given != null) children.add(readChildren(relation, given, path + "." + relation.fieldName()));
        }
        checkAllKnown(input, known, path);
        addVersion(fields.table(), columns, values);
        return new InputRow(fields.table(), path, columns, values, children);
    }

    private static void readColumns(
            InputFields fields, Map<?, ?> input, String path, List<Column> columns, List<@Nullable Object> values) {
        for (Column column : fields.columns()) {
            if (!input.containsKey(column.fieldName())) continue;
            columns.add(column);
            values.add(InputValue.read(column, input.get(column.fieldName()), path));
        }
    }

    private Children readChildren(Relation relation, Object given, String path) {
        InputFields fields = known(ofNested.get(relation), relation);
        List<InputRow> rows = new ArrayList<>();
        if (given instanceof Map<?, ?> one) {
            rows.add(readNew(fields, one, path));
        } else {
            for (Object one : (List<?>) given)
                rows.add(readNew(fields, (Map<?, ?>) one, path + "[" + rows.size() + "]"));
        }
        return new Children(relation, rows);
    }

    /** A schema that was written by hand may have more: what nobody would write must not be taken for written. */
    private static void checkAllKnown(Map<?, ?> input, int known, String path) {
        if (input.size() != known) {
            throw new IllegalArgumentException(
                    "The schema has more fields than the table, of " + path + ": " + input.keySet());
        }
    }

    /** The writes of a new row are counted from 0 on, unless the database does it. */
    private static void addVersion(Table table, List<Column> columns, List<@Nullable Object> values) {
        Column version = table.versionColumn();
        if (version == null || version.is(Trait.DEFAULTED) || version.is(Trait.GENERATED)) return;
        columns.add(version);
        values.add(version.type().kind() == Kind.BIGINT ? (Object) 0L : (Object) 0);
    }

    private static InputFields known(@Nullable InputFields fields, Object of) {
        if (fields == null) throw new IllegalArgumentException("Nobody can write " + of);
        return fields;
    }
}
