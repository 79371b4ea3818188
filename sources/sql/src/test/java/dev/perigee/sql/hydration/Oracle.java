package dev.perigee.sql.hydration;

import dev.perigee.language.Document;
import dev.perigee.language.Field;
import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.FragmentSpread;
import dev.perigee.language.InlineFragment;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Parser;
import dev.perigee.language.Selection;
import dev.perigee.language.SelectionSet;
import dev.perigee.language.Source;
import dev.perigee.sql.graph.GraphNames;
import dev.perigee.sql.graph.TableNames;
import dev.perigee.sql.hydration.OracleRows.Hit;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers queries from rows in memory, field by field and row by row: slow, and as simple as can be. */
final class Oracle {
    private final RandomGraph graph;
    private final GraphNames names;
    private final OracleRows rows;
    private final OracleFilter filter;
    private final OracleValues values;
    private final Map<String, FragmentDefinition> fragments = new LinkedHashMap<>();
    private final OperationDefinition operation;

    Oracle(RandomGraph graph, String document, Map<String, Object> variables) {
        this.graph = graph;
        this.names = graph.names();
        this.rows = new OracleRows(graph.rows());
        this.filter = new OracleFilter(rows);
        this.values = new OracleValues(variables);
        Document parsed = Parser.parse(Source.of("query", document));
        this.operation = (OperationDefinition) parsed.definitions().getFirst();
        parsed.definitions().stream()
                .filter(FragmentDefinition.class::isInstance)
                .map(FragmentDefinition.class::cast)
                .forEach(fragment -> fragments.put(fragment.name(), fragment));
    }

    Map<String, Object> answer() {
        return object(List.of(operation.selectionSet()), (fields, field) -> root(fields, field));
    }

    private interface FieldValue {
        Object of(List<Field> all, Field first);
    }

    private Map<String, Object> object(List<SelectionSet> selected, FieldValue value) {
        Map<String, List<Field>> collected = new LinkedHashMap<>();
        selected.forEach(set -> collect(set.selections(), collected));
        Map<String, Object> object = new LinkedHashMap<>();
        collected.forEach((name, fields) -> object.put(name, value.of(fields, fields.getFirst())));
        return object;
    }

    private void collect(List<Selection> selections, Map<String, List<Field>> collected) {
        for (Selection selection : selections) {
            switch (selection) {
                case Field field
                when values.isIncluded(field.directives()) ->
                    collected
                            .computeIfAbsent(field.responseName(), name -> new ArrayList<>())
                            .add(field);
                case InlineFragment inline
                when values.isIncluded(inline.directives()) ->
                    collect(inline.selectionSet().selections(), collected);
                case FragmentSpread spread
                when values.isIncluded(spread.directives()) ->
                    collect(fragments.get(spread.name()).selectionSet().selections(), collected);
                default -> {}
            }
        }
    }

    private static List<SelectionSet> below(List<Field> fields) {
        return fields.stream().map(Field::selectionSet).toList();
    }

    private Object root(List<Field> fields, Field field) {
        Map<String, Object> arguments = values.arguments(field);
        for (Table table : graph.model().tables()) {
            TableNames of = names.of(table);
            if (of.listField().equals(field.name())) {
                return connection(list(table, null, rows.all(table), arguments), table, null, below(fields));
            }
            if (of.keyField().equals(field.name())) return found(table, table.primaryKey(), arguments, fields);
            for (var finder : of.finderFields().entrySet()) {
                if (finder.getValue().equals(field.name())) {
                    return found(table, finder.getKey().columns(), arguments, fields);
                }
            }
        }
        throw new IllegalArgumentException(field.name());
    }

    private Object found(Table table, List<Column> key, Map<String, Object> arguments, List<Field> fields) {
        List<Object> wanted = key.stream()
                .map(column -> RandomValues.input(column, arguments.get(column.fieldName())))
                .toList();
        PlainRow row = rows.find(table, key, wanted);
        return row == null ? null : row(row, below(fields));
    }

    private Map<String, Object> row(PlainRow row, List<SelectionSet> selected) {
        return object(selected, (fields, field) -> {
            if (field.name().equals("__typename")) return names.of(row.table()).type();
            Column column = row.table().columnOfField(field.name());
            if (column != null) return RandomValues.output(column, row.value(column));
            Relation relation = row.table().relation(field.name());
            return relation(relation, row, values.arguments(field), below(fields));
        });
    }

    private Object relation(
            Relation relation, PlainRow from, Map<String, Object> arguments, List<SelectionSet> selected) {
        Table target = relation.target();
        OracleList list = list(target, relation, rows.follow(from, relation), arguments);
        return switch (graph.form(relation)) {
            case ONE ->
                list.page().isEmpty() ? null : row(list.page().getFirst().row(), selected);
            case LIST ->
                list.page().stream().map(hit -> row(hit.row(), selected)).toList();
            case CONNECTION -> connection(list, target, relation, selected);
        };
    }

    private OracleList list(Table table, Relation relation, List<Hit> all, Map<String, Object> arguments) {
        Map<?, ?> wanted = (Map<?, ?>) arguments.getOrDefault("filter", Map.of());
        List<Hit> hits =
                all.stream().filter(hit -> filter.holds(wanted, hit.row())).toList();
        boolean isWhole = relation != null && graph.form(relation) == Form.LIST;
        int size = isWhole ? Integer.MAX_VALUE : graph.pageLimits().defaultSize();
        return new OracleList(table, relation, hits, arguments, size);
    }

    private Map<String, Object> connection(
            OracleList list, Table table, Relation relation, List<SelectionSet> selected) {
        return object(selected, (fields, field) -> switch (field.name()) {
            case "totalCount" -> list.count();
            case "nodes" -> each(list, hit -> row(hit.row(), below(fields)));
            case "edges" -> each(list, hit -> edge(list, hit, relation, below(fields)));
            case "pageInfo" -> object(below(fields), (all, info) -> list.pageInfo(info.name()));
            case "aggregate" -> object(below(fields), (all, of) -> figures(list, table, all, of.name()));
            default -> throw new IllegalArgumentException(field.name());
        });
    }

    private static List<Object> each(OracleList list, Function<Hit, Object> value) {
        return list.page().stream().map(value).toList();
    }

    private Object edge(OracleList list, Hit hit, Relation relation, List<SelectionSet> selected) {
        return object(selected, (fields, field) -> switch (field.name()) {
            case "node" -> row(hit.row(), below(fields));
            case "cursor" -> list.cursor(hit);
            default -> {
                Column column = relation.through().columnOfField(field.name());
                yield RandomValues.output(column, hit.join().value(column));
            }
        });
    }

    private Object figures(OracleList list, Table table, List<Field> fields, String function) {
        if (function.equals("count")) return list.count();
        return object(below(fields), (all, field) -> list.figure(function, table.columnOfField(field.name())));
    }
}
