package dev.perigee.sql.hydration;

import dev.perigee.sql.database.Row;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Relation.Join;
import dev.perigee.sql.model.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of the graph whose value is made of rows: where it starts from, and which table it reads. Immutable. */
sealed interface RowsField {
    /** The table that is read. */
    Table table();

    Form form();

    /** Whether its rows are those with certain values in columns of the table, without a page: what such fields share a statement by. */
    boolean isByKeys();

    /** Starts from the objects that have the field, by a key of each. */
    sealed interface OfParents extends RowsField {
        /** Whether there may be a page, a filter or an order. */
        boolean hasArguments();

        /** The relation that it is, null if the model has none. */
        @Nullable Relation relation();

        /** The table whose rows have the keys. */
        Table keyTable();

        /** The columns of {@link #keyTable} that have the keys. */
        List<Column> keyColumns();

        /** The joins from {@link #keyTable} to the table that is read. */
        List<Join> joins();

        /** The key of an object that has the field; null if it has none. */
        @Nullable Object key(Object parent);

        @Override
        default boolean isByKeys() {
            boolean isDirect = joins().isEmpty() && !hasArguments();
            return isDirect && (form() == Form.LIST || form() == Form.ONE && table().isUnique(keyColumns()));
        }
    }

    /** A relation: starts from the row that has the field, or from the record that stands for it. */
    record OfRelation(Relation relation, Form form, boolean hasArguments, ParentRows parents) implements OfParents {
        @Override
        public Table table() {
            return relation.target();
        }

        @Override
        public Table keyTable() {
            return first().to();
        }

        @Override
        public List<Column> keyColumns() {
            return first().toColumns();
        }

        @Override
        public List<Join> joins() {
            return relation.path().subList(1, relation.path().size());
        }

        @Override
        public @Nullable Object key(Object parent) {
            Row row = parents.row(parent);
            return row == null ? null : KeyColumns.of(row, first().fromColumns(), keyColumns());
        }

        private Join first() {
            return relation.path().getFirst();
        }
    }

    /** Starts from an object of another source, with a key that Java code takes from it. */
    record OfLink(Table table, Form form, boolean hasArguments, List<Column> keyColumns, Link link)
            implements OfParents {
        @Override
        public @Nullable Relation relation() {
            return null;
        }

        @Override
        public Table keyTable() {
            return table;
        }

        @Override
        public List<Join> joins() {
            return List.of();
        }

        @Override
        public @Nullable Object key(Object parent) {
            return link.key(parent, keyColumns);
        }
    }

    /**
     * A root field that finds a row by a key.
     *
     * @param arguments which have the key's values, in its order
     */
    record OfKey(Table table, List<Column> key, List<String> arguments) implements RowsField {
        @Override
        public Form form() {
            return Form.ONE;
        }

        @Override
        public boolean isByKeys() {
            return true;
        }
    }

    /** A root field that reads a table from one end. */
    record OfTable(Table table, Form form) implements RowsField {
        @Override
        public boolean isByKeys() {
            return false;
        }
    }
}
