package dev.perigee.sql.model;

import dev.perigee.sql.model.Relation.Join;
import dev.perigee.sql.model.Table.UniqueKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model made of records, fitted to the database it is used with: names as the database writes them, since some keep
 * unquoted names in capitals, and its own names of types. What the database doesn't have stays as it is, for
 * {@link ModelCheck} to tell. For one thread.
 */
public final class FittedModel {
    private final Map<String, List<CatalogTable>> byNamespace = new HashMap<>();
    private final Map<Table, Table> fitted = new IdentityHashMap<>();
    private final Catalog catalog;

    private FittedModel(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @throws SQLException if the database can't be read, or is none that Perigee knows */
    public static Model of(Model model, Connection connection) throws SQLException {
        return new FittedModel(Catalog.of(connection)).fit(model);
    }

    private Model fit(Model model) throws SQLException {
        Model.Builder builder = Model.builder();
        for (Table table : model.tables()) {
            Table fit = fit(table);
            fitted.put(table, fit);
            builder.table(fit);
        }
        for (Table table : model.tables()) {
            for (Relation relation : table.relations()) builder.relation(fit(relation));
        }
        return builder.build();
    }

    private Table fit(Table table) throws SQLException {
        String schema = table.schema();
        List<CatalogTable> tables = tables(schema == null ? catalog.ownNamespace() : schema);
        CatalogTable found = like(table.name(), tables, each -> each.name().name());
        List<Column> columns = new ArrayList<>(table.columns().size());
        for (Column column : table.columns()) columns.add(found == null ? column : fit(column, found));
        return new Table(
                schema,
                found == null ? table.name() : found.name().name(),
                table.typeName(),
                table.description(),
                columns,
                same(table.primaryKey(), columns),
                table.uniqueKeys().stream()
                        .map(key -> new UniqueKey(key.finderName(), same(key.columns(), columns)))
                        .toList(),
                table.recordClass(),
                table.isReadOnly());
    }

    private List<CatalogTable> tables(String namespace) throws SQLException {
        List<CatalogTable> known = byNamespace.get(namespace);
        if (known != null) return known;
        List<CatalogTable> read = catalog.tables(namespace);
        byNamespace.put(namespace, read);
        return read;
    }

    private static Column fit(Column column, CatalogTable table) {
        CatalogColumn found = like(column.name(), table.columns(), CatalogColumn::name);
        if (found == null) return column;
        SqlType declared = column.type();
        SqlType actual = found.type().type();
        String databaseName = actual.kind() == declared.kind() ? actual.databaseName() : declared.databaseName();
        SqlType type = new SqlType(declared.kind(), databaseName, declared.length(), declared.scale());
        return new Column(
                column.ordinal(), found.name(), column.fieldName(), type, column.traits(), column.description());
    }

    /** The one of this name; or else the only one of this name but for capitals. */
    private static <T> @Nullable T like(String name, List<T> all, Function<T, String> nameOf) {
        T alike = null;
        boolean isOnly = true;
        for (T each : all) {
            if (nameOf.apply(each).equals(name)) return each;
            if (!nameOf.apply(each).equalsIgnoreCase(name)) continue;
            isOnly &= alike == null;
            alike = each;
        }
        return isOnly ? alike : null;
    }

    private static List<Column> same(List<Column> some, List<Column> of) {
        return some.stream().map(column -> of.get(column.ordinal())).toList();
    }

    private Relation fit(Relation relation) {
        List<Join> path = relation.path().stream().map(this::fit).toList();
        return new Relation(
                relation.fieldName(),
                relation.kind(),
                path,
                relation.isMany(),
                relation.isDistinct(),
                relation.isRequired(),
                relation.description());
    }

    private Join fit(Join join) {
        Table from = fitted.getOrDefault(join.from(), join.from());
        Table to = fitted.getOrDefault(join.to(), join.to());
        return new Join(from, same(join.fromColumns(), from.columns()), to, same(join.toColumns(), to.columns()));
    }
}
