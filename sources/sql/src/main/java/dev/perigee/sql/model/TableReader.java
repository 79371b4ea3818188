package dev.perigee.sql.model;

import dev.perigee.sql.model.Column.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a table of the model of one of the catalog. */
final class TableReader {
    private final CatalogTable table;
    private final String place;
    private final Refinement refinement;
    private final ReferenceKinds kinds;
    private final Problems problems;

    /** @param place the table's name in the refinement */
    TableReader(CatalogTable table, String place, Refinement refinement, ReferenceKinds kinds, Problems problems) {
        this.table = table;
        this.place = place;
        this.refinement = refinement;
        this.kinds = kinds;
        this.problems = problems;
    }

    /** @param schema null where it is the connection's own */
    Table read(@Nullable String schema, String typeName) {
        List<Column> columns = columns();
        return new Table(
                schema,
                table.name().name(),
                typeName,
                table.comment(),
                columns,
                named(columns, table.primaryKey()),
                uniqueKeys(columns),
                null,
                table.isView() || refinement.readOnlyTables().contains(place));
    }

    private List<Column> columns() {
        Set<String> references = new HashSet<>(table.primaryKey());
        table.foreignKeys().forEach(key -> references.addAll(key.columns()));
        NameSpace taken = new NameSpace();
        for (Map.Entry<Refinement.Member, String> chosen :
                refinement.fieldNames().entrySet()) {
            if (chosen.getKey().of().equals(place)) check(chosen.getKey(), chosen.getValue(), taken);
        }
        List<Column> columns = new ArrayList<>();
        for (CatalogColumn column : table.columns()) {
            int ordinal = columns.size();
            SqlType type = kinds.type(table, column);
            columns.add(new Column(
                    ordinal,
                    column.name(),
                    fieldName(column, ordinal, taken),
                    type,
                    traits(column, type.kind(), references.contains(column.name())),
                    column.comment()));
        }
        return columns;
    }

    private String fieldName(CatalogColumn column, int ordinal, NameSpace taken) {
        String chosen = refinement.fieldNames().get(member(column));
        if (chosen != null) return chosen;
        String natural = Words.of(column.name()).camelCase();
        return taken.takeNumbered(natural.isEmpty() ? "column" + (ordinal + 1) : natural);
    }

    private Set<Trait> traits(CatalogColumn column, Kind kind, boolean isReference) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (column.isNullable()) traits.add(Trait.NULLABLE);
        if (column.isDefaulted()) traits.add(Trait.DEFAULTED);
        if (column.isGenerated() || column.type().isOpaque()) traits.add(Trait.GENERATED);
        if (isReference) traits.add(Trait.REFERENCE);
        if (isVersion(column, kind)) traits.add(Trait.VERSION);
        if (refinement.hiddenColumns().contains(member(column))) {
            traits.add(Trait.HIDDEN);
        } else if (isCompared(column, kind)) {
            traits.add(Trait.FILTERABLE);
            traits.add(Trait.SORTABLE);
        }
        return traits;
    }

    private boolean isVersion(CatalogColumn column, Kind kind) {
        Refinement.Member member = member(column);
        if (!refinement.versionColumns().contains(member)) return false;
        if (kind == Kind.INTEGER || kind == Kind.BIGINT) return true;
        problems.add(member.toString(), "a version is a whole number, not " + kind, "Choose another column");
        return false;
    }

    private boolean isCompared(CatalogColumn column, Kind kind) {
        if (!kind.isComparable() || column.type().isOpaque()) return false;
        return !refinement.isOnlyIndexed()
                || table.primaryKey().contains(column.name())
                || table.isIndexed(List.of(column.name()));
    }

    private List<Table.UniqueKey> uniqueKeys(List<Column> columns) {
        Set<List<String>> keys = table.indexes().stream()
                .filter(CatalogIndex::isUnique)
                .map(CatalogIndex::columns)
                .filter(key -> !Set.copyOf(key).equals(Set.copyOf(table.primaryKey())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return keys.stream()
                .map(key -> named(columns, key))
                .map(key -> new Table.UniqueKey(finderName(key), key))
                .sorted((one, other) -> one.finderName().compareTo(other.finderName()))
                .toList();
    }

    /** {@code findByCountryAndNumber} */
    private static String finderName(List<Column> key) {
        return "findBy"
                + key.stream()
                        .map(column -> Character.toUpperCase(column.fieldName().charAt(0))
                                + column.fieldName().substring(1))
                        .collect(Collectors.joining("And"));
    }

    private void check(Refinement.Member member, String chosen, NameSpace taken) {
        if (!GraphNames.isValid(chosen)) {
            problems.add(
                    member.toString(), "\"" + chosen + "\" is no name that a field can have", "Choose another one");
        } else if (!taken.take(chosen)) {
            problems.add(member.toString(), "another column is called " + chosen, "Choose another name");
        }
    }

    private Refinement.Member member(CatalogColumn column) {
        return new Refinement.Member(place, column.name());
    }

    private static List<Column> named(List<Column> columns, List<String> names) {
        return names.stream()
                .flatMap(name -> columns.stream().filter(column -> column.name().equals(name)))
                .toList();
    }
}
