package dev.perigee.sql.mutation;

import dev.perigee.data.ClientException;
import dev.perigee.sql.database.Row;
import dev.perigee.sql.hydration.KeyColumns;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation.Join;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.mutation.InputRow.Children;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Inserts a row with those that refer to it, level by level, so that the keys that they need are known. Rows of one level
 * that are of one table and have the same columns are one statement.
 */
final class TreeInsert {
    private final Writes writes;

    TreeInsert(Writes writes) {
        this.writes = writes;
    }

    private record Group(Table table, List<Column> columns) {}

    /** Gives the row with its primary key. */
    Row insert(InputRow root) throws Exception {
        NewRow first = new NewRow(root, List.of(), List.of());
        List<NewRow> level = List.of(first);
        while (!level.isEmpty()) {
            insert(level);
            level = children(level);
        }
        return first.stored();
    }

    private void insert(List<NewRow> level) throws Exception {
        Map<Group, List<NewRow>> groups = new LinkedHashMap<>();
        for (NewRow row : level) {
            Group group = new Group(row.input().table(), row.columns());
            groups.computeIfAbsent(group, unseen -> new ArrayList<>()).add(row);
        }
        for (Map.Entry<Group, List<NewRow>> entry : groups.entrySet()) {
            insert(entry.getKey(), entry.getValue());
        }
    }

    private void insert(Group group, List<NewRow> rows) throws Exception {
        List<List<@Nullable Object>> values = new ArrayList<>(rows.size());
        for (NewRow row : rows) values.add(row.values());
        List<Row> stored = writes.insert(group.table(), group.columns(), values, needed(group.table(), rows));
        for (int i = 0; i < stored.size(); i++) rows.get(i).store(stored.get(i));
    }

    /** The key, by which rows are found again, and what other rows are to refer to. */
    private static List<Column> needed(Table table, List<NewRow> rows) {
        BitSet needed = new BitSet();
        for (Column column : table.primaryKey()) needed.set(column.ordinal());
        for (NewRow row : rows) {
            for (Children children : row.input().children()) {
                for (Column column : children.relation().keyColumns()) needed.set(column.ordinal());
            }
        }
        return table.columns(needed);
    }

    private static List<NewRow> children(List<NewRow> level) {
        List<NewRow> below = new ArrayList<>();
        for (NewRow parent : level) {
            for (Children children : parent.input().children()) {
                Join join = children.relation().path().getFirst();
                for (InputRow child : children.rows()) {
                    below.add(new NewRow(child, join.toColumns(), key(parent, join, child)));
                }
            }
        }
        return below;
    }

    private static List<Object> key(NewRow parent, Join join, InputRow child) {
        Object key = KeyColumns.of(parent.stored(), join.fromColumns(), join.toColumns());
        if (key != null) return KeyColumns.values(key);
        throw new ClientException(
                "BAD_USER_INPUT", child.path() + " can't be created: its owner has no value that it could refer to.");
    }
}
