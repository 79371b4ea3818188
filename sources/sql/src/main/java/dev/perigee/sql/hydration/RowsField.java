package dev.perigee.sql.hydration;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Relation.Join;
import dev.perigee.sql.model.Table;
import java.util.List;

/** A field of the graph whose value is made of rows: where it starts from, and which table it reads. Immutable. */
sealed interface RowsField {
    /** The table that is read. */
    Table table();

    Form form();

    /** Whether its rows are those with certain values in columns of the table, without a page: what such fields share a statement by. */
    boolean isByKeys();

    /**
     * A relation: starts from the row that has the field.
     *
     * @param hasArguments whether there may be a page, a filter or an order
     */
    record OfRelation(Relation relation, Form form, boolean hasArguments) implements RowsField {
        @Override
        public Table table() {
            return relation.target();
        }

        @Override
        public boolean isByKeys() {
            boolean isDirect = relation.path().size() == 1 && !hasArguments;
            return isDirect && (form == Form.LIST || form == Form.ONE && table().isUnique(first().toColumns()));
        }

        Join first() {
            return relation.path().getFirst();
        }

        /** The joins after the first, which the keys take the place of. */
        List<Join> joins() {
            return relation.path().subList(1, relation.path().size());
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
