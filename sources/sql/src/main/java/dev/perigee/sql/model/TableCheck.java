package dev.perigee.sql.model;

import dev.perigee.sql.model.Column.Trait;
import java.util.List;

/** Compares a table of the model with that of the database. */
final class TableCheck {
    private final Table table;
    private final CatalogTable found;
    private final Database database;
    private final Findings findings;

    TableCheck(Table table, CatalogTable found, Database database, Findings findings) {
        this.table = table;
        this.found = found;
        this.database = database;
        this.findings = findings;
    }

    void check() {
        boolean isComplete = true;
        for (Column column : table.columns()) {
            CatalogColumn inDatabase = found.column(column.name());
            if (inDatabase == null) {
                isComplete = false;
                findings.error(
                        place(column),
                        "the table " + table + " has no column " + column.name(),
                        "Create it, or name it with @Column");
            } else {
                checkColumn(column, inDatabase);
            }
        }
        if (isComplete && !found.isView()) checkKeys();
        if (!table.isReadOnly()) checkWritable();
    }

    private void checkColumn(Column column, CatalogColumn inDatabase) {
        String types = "the column is " + inDatabase.type().type() + ", and the component " + column.type();
        switch (KindMatch.of(column.type().kind(), inDatabase.type(), database)) {
            case NONE -> findings.error(place(column), types, "Change one of them");
            case PARTLY ->
                findings.warning(place(column), types + ", which does not hold all its values", "Change one of them");
            case WHOLLY -> {}
        }
        // views tell of no column that it is never null
        if (!column.isNullable() && inDatabase.isNullable() && !found.isView()) {
            findings.error(
                    place(column),
                    "the column may be null, and the component may not",
                    "Make the column not null, or let the component be null");
        }
    }

    private void checkKeys() {
        checkUnique(table.typeName(), table.primaryKey());
        for (Table.UniqueKey key : table.uniqueKeys()) {
            checkUnique(table.typeName() + ", @Unique(\"" + key.finderName() + "\")", key.columns());
        }
    }

    private void checkUnique(String place, List<Column> key) {
        List<String> names = key.stream().map(Column::name).toList();
        if (key.isEmpty() || found.isUnique(names)) return;
        findings.error(
                place,
                "the database lets several rows have the same " + String.join(", ", names),
                "Add a unique constraint there, or change the key");
    }

    private void checkWritable() {
        if (found.isView()) {
            findings.warning(table.typeName(), table + " is a view", "Make the table readOnly if it can't be written");
        }
        for (CatalogColumn column : found.columns()) {
            boolean isGiven = column.isNullable() || column.isDefaulted() || column.isGenerated();
            if (table.column(column.name()) == null && !isGiven) {
                findings.warning(
                        table.typeName(),
                        "the column " + column.name()
                                + " is not null and has no default, so that no row can be inserted",
                        "Give the record a component for it, or make the table readOnly");
            }
        }
        for (Column column : table.columns()) {
            CatalogColumn inDatabase = found.column(column.name());
            if (inDatabase != null) checkDefault(column, inDatabase);
        }
    }

    private void checkDefault(Column column, CatalogColumn inDatabase) {
        boolean isGiven = inDatabase.isDefaulted() || inDatabase.isGenerated();
        if (column.is(Trait.DEFAULTED) && !isGiven && !inDatabase.isNullable()) {
            findings.error(
                    place(column), "the database gives it no value", "Give the column a default, or remove @Defaulted");
        }
        if (inDatabase.isGenerated() && !column.is(Trait.GENERATED) && !column.is(Trait.DEFAULTED)) {
            findings.warning(place(column), "the database alone gives its values", "Mark it with @Generated");
        }
    }

    private String place(Column column) {
        return table.typeName() + "." + column.fieldName();
    }
}
