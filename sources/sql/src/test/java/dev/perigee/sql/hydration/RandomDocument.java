package dev.perigee.sql.hydration;

import dev.perigee.sql.graph.GraphNames;
import dev.perigee.sql.graph.GraphShape;
import dev.perigee.sql.graph.TableNames;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A query at random: fields under aliases or not, in fragments or not, conditions that variables decide about, arguments
 * as literals or as variables.
 */
final class RandomDocument {
    private final Random random;
    private final RandomGraph graph;
    private final GraphShape shape;
    private final GraphNames names;
    private final RandomArguments arguments;
    private final Map<String, Object> variables = new LinkedHashMap<>();
    private final Map<String, String> variableTypes = new LinkedHashMap<>();
    private final StringBuilder fragments = new StringBuilder();
    private final String text;
    private int count;

    /** One of how many root fields is a finder, 0 for none. */
    private final int finders;

    RandomDocument(Random random, RandomGraph graph) {
        this(random, graph, false);
    }

    /** @param isForCopies as {@link RandomArguments} has it; all root fields are finders, or none is */
    RandomDocument(Random random, RandomGraph graph, boolean isForCopies) {
        this.random = random;
        this.finders = !isForCopies ? 4 : random.nextInt(4) == 0 ? 1 : 0;
        this.graph = graph;
        this.shape = graph.shape();
        this.names = graph.names();
        this.arguments = new RandomArguments(random, graph, isForCopies);
        StringBuilder roots = new StringBuilder();
        int fields = 1 + random.nextInt(3);
        for (int i = 0; i < fields; i++) roots.append(root());
        String definitions = variableTypes.entrySet().stream()
                .map(entry -> "$" + entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
        this.text = "query" + (definitions.isEmpty() ? "" : "(" + definitions + ")") + " { " + roots + "}" + fragments;
    }

    String text() {
        return text;
    }

    Map<String, Object> variables() {
        return variables;
    }

    private String root() {
        Table table = any(shape.tables());
        TableNames of = names.of(table);
        if (finders > 0 && random.nextInt(finders) == 0 && !of.finderFields().isEmpty()) {
            var finder = any(List.copyOf(of.finderFields().entrySet()));
            return finder(finder.getValue(), table, finder.getKey().columns());
        }
        if (finders > 0 && random.nextInt(finders) == 0 && shape.hasKeyField(table)) {
            return finder(of.keyField(), table, table.primaryKey());
        }
        if (finders == 1) return "__typename ";
        String given = list(arguments.list(table, null, true), of);
        return alias() + of.listField() + given + condition() + connection(table, null, 3);
    }

    private String finder(String field, Table table, List<Column> key) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<PlainRow> rows = graph.rows(table);
        PlainRow row = rows.isEmpty() ? null : any(rows);
        boolean isFound = row != null && random.nextInt(5) > 0;
        for (Column column : key) {
            Object value = isFound ? row.value(column) : null;
            if (value == null) value = RandomValues.key(column.type().kind(), 70 + random.nextInt(3));
            values.put(column.fieldName(), RandomValues.output(column, value));
        }
        Map<String, String> types = new LinkedHashMap<>();
        values.keySet().forEach(name -> types.put(name, "ID!"));
        return alias() + field + given(values, types) + condition() + row(table, 3);
    }

    private String list(Map<String, Object> values, TableNames of) {
        Map<String, String> types = Map.of(
                "first", "Int",
                "last", "Int",
                "after", "String",
                "before", "String",
                "filter", of.filter(),
                "orderBy", "[" + of.order() + "!]");
        return given(values, types);
    }

    /** Arguments, some of them as variables. */
    private String given(Map<String, Object> values, Map<String, String> types) {
        if (values.isEmpty()) return "";
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + ": "
                        + (random.nextInt(3) == 0
                                ? variable(types.get(entry.getKey()), entry.getValue())
                                : Literals.of(entry.getKey(), entry.getValue())))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String variable(String type, Object value) {
        String name = "v" + variables.size();
        variables.put(name, value);
        variableTypes.put(name, type);
        return "$" + name;
    }

    private String alias() {
        return "a" + count++ + ": ";
    }

    /** Sometimes a directive. */
    private String condition() {
        if (random.nextInt(8) > 0) return "";
        String directive = random.nextBoolean() ? "include" : "skip";
        boolean isLeft = random.nextInt(3) > 0;
        return " @" + directive + "(if: " + variable("Boolean!", isLeft == directive.equals("include")) + ")";
    }

    /** Wraps fields into a fragment at times. */
    private String perhapsInFragment(String type, Supplier<String> fields) {
        switch (random.nextInt(8)) {
            case 0 -> {
                return "... on " + type + condition() + " { " + fields.get() + "} ";
            }
            case 1 -> {
                String name = "F" + count++;
                String written = fields.get();
                fragments
                        .append(" fragment ")
                        .append(name)
                        .append(" on ")
                        .append(type)
                        .append(" { ")
                        .append(written)
                        .append("}");
                return "..." + name + condition() + " ";
            }
            default -> {
                return fields.get();
            }
        }
    }

    private String row(Table table, int depth) {
        String type = names.of(table).type();
        StringBuilder fields = new StringBuilder();
        int wanted = 1 + random.nextInt(4);
        for (int i = 0; i < wanted; i++) fields.append(perhapsInFragment(type, () -> rowField(table, depth)));
        return " { " + fields + "} ";
    }

    private String rowField(Table table, int depth) {
        List<Relation> relations = shape.relations(table);
        if (depth > 0 && !relations.isEmpty() && random.nextInt(5) < 2) return relation(any(relations), depth - 1);
        if (random.nextInt(12) == 0) return "__typename ";
        Column column = any(shape.columns(table));
        return (random.nextInt(4) == 0 ? alias() : "") + column.fieldName() + condition() + " ";
    }

    private String relation(Relation relation, int depth) {
        Table target = relation.target();
        boolean isConnection = graph.form(relation) == Form.CONNECTION;
        String given = !graph.hasArguments(relation)
                ? ""
                : list(arguments.list(target, relation, isConnection), names.of(target));
        String selected = isConnection ? connection(target, relation, depth) : row(target, depth);
        return (given.isEmpty() && random.nextInt(3) > 0 ? bare(relation) : alias() + relation.fieldName())
                + given
                + condition()
                + selected;
    }

    /** Without an alias, so that several selections of it are merged; with none if it may stand with arguments, too. */
    private String bare(Relation relation) {
        return graph.hasArguments(relation) ? alias() + relation.fieldName() : relation.fieldName();
    }

    private String connection(Table table, Relation relation, int depth) {
        StringBuilder fields = new StringBuilder();
        int wanted = 1 + random.nextInt(3);
        for (int i = 0; i < wanted; i++) fields.append(connectionField(table, relation, depth));
        return " { " + fields + "} ";
    }

    private String connectionField(Table table, Relation relation, int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> "totalCount" + condition() + " ";
            case 1 ->
                "pageInfo" + condition() + " { " + some("hasNextPage hasPreviousPage startCursor endCursor") + "} ";
            case 2 -> "aggregate" + condition() + aggregate(table);
            case 3, 4, 5 -> "nodes" + condition() + row(table, depth);
            default -> "edges" + condition() + edges(table, relation, depth);
        };
    }

    private String edges(Table table, Relation relation, int depth) {
        StringBuilder fields = new StringBuilder(random.nextBoolean() ? "cursor " : "node" + row(table, depth));
        if (random.nextBoolean()) fields.append("node").append(row(table, depth));
        if (relation == null) return " { " + fields + "} ";
        for (Column column : shape.edgeColumns(relation)) {
            if (random.nextBoolean())
                fields.append(names.edgeField(relation, column)).append(' ');
        }
        return " { " + fields + "} ";
    }

    private String aggregate(Table table) {
        String extremes = fieldNames(shape.extremeColumns(table));
        String sums = fieldNames(shape.sumColumns(table));
        StringBuilder fields = new StringBuilder("count ");
        if (!extremes.isEmpty()) fields.append("min { ").append(some(extremes)).append("} ");
        if (!extremes.isEmpty()) fields.append("max { ").append(some(extremes)).append("} ");
        if (!sums.isEmpty()) fields.append("sum { ").append(some(sums)).append("} ");
        if (!sums.isEmpty()) fields.append("average { ").append(some(sums)).append("} ");
        return " { " + fields + "} ";
    }

    private static String fieldNames(List<Column> columns) {
        return columns.stream().map(Column::fieldName).collect(Collectors.joining(" "));
    }

    private String some(String names) {
        String[] all = names.split(" ");
        StringBuilder chosen = new StringBuilder();
        for (String name : all) if (random.nextBoolean()) chosen.append(name).append(' ');
        return chosen.isEmpty() ? all[0] + " " : chosen.toString();
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
