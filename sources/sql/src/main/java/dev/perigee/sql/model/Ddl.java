package dev.perigee.sql.model;

import dev.perigee.sql.model.Column.Trait;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The statements that create the tables of a model made of records: for tests, examples and first steps. Nothing changes
 * tables that are there already. The same model gives the same statements each time.
 *
 * <p>A key of one whole number that is defaulted or generated becomes an identity. Other defaulted columns, and versions,
 * get the plain default of their kind: zero, false, an empty text, now, or a new UUID. Belongs-to relations become foreign
 * keys, and every relation has an index behind it. Names are quoted, so that the database keeps their case.
 */
public final class Ddl {
    private Ddl() {}

    /**
     * In the order in which they run: schemas, tables, indexes, foreign keys. None ends with a semicolon.
     *
     * @throws ModelException if a generated column is not the identity: its expression is not part of a model
     */
    public static List<String> statements(Model model, Database database) {
        check(model, database);
        Map<Table, Set<List<Column>>> lookedUp = lookedUp(model);
        Set<String> schemas = new LinkedHashSet<>();
        List<String> tables = new ArrayList<>(), indexes = new ArrayList<>(), foreignKeys = new ArrayList<>();
        for (Table table : model.tables()) {
            String schema = table.schema();
            // a schema of SQLite is a file that the connection has attached
            if (schema != null && database != Database.SQLITE) {
                schemas.add("create schema if not exists " + database.quote(schema));
            }
            TableDdl ddl = new TableDdl(table, lookedUp.getOrDefault(table, Set.of()), database);
            tables.add(ddl.createTable());
            indexes.addAll(ddl.createIndexes());
            foreignKeys.addAll(ddl.addForeignKeys());
        }
        List<String> statements = new ArrayList<>(schemas);
        statements.addAll(tables);
        statements.addAll(indexes);
        statements.addAll(foreignKeys);
        return List.copyOf(statements);
    }

    /**
     * Creates the tables in the connection's database, in the connection's transaction where it has one.
     *
     * @throws ModelException as {@link #statements}
     * @throws SQLException if a statement fails; those before it have been done
     */
    public static void create(Model model, Connection connection) throws SQLException {
        List<String> statements = statements(model, Database.of(connection));
        try (Statement statement = connection.createStatement()) {
            for (String text : statements) statement.execute(text);
        }
    }

    /** The columns by which has relations, and the steps of has-through, look up rows, by table. */
    private static Map<Table, Set<List<Column>>> lookedUp(Model model) {
        Map<Table, Set<List<Column>>> columns = new HashMap<>();
        for (Table table : model.tables()) {
            for (Relation relation : table.relations()) {
                for (Relation.Join join : relation.path()) {
                    columns.computeIfAbsent(join.to(), to -> new LinkedHashSet<>())
                            .add(join.toColumns());
                }
            }
        }
        return columns;
    }

    private static void check(Model model, Database database) {
        Problems problems = new Problems();
        for (Table table : model.tables()) {
            TableDdl ddl = new TableDdl(table, Set.of(), database);
            for (Column column : table.columns()) {
                if (!column.is(Trait.GENERATED) || ddl.isIdentity(column)) continue;
                problems.add(
                        table.typeName() + "." + column.fieldName(),
                        "what generates its values is not part of the model",
                        "Create the table " + table + " by a statement of your own");
            }
        }
        problems.check();
    }
}
