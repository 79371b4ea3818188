package dev.perigee.sql.graph;

import dev.perigee.sql.model.Table;
import java.util.ArrayList;
import java.util.List;

/** The arguments of fields that give several rows of a table. */
final class ListArguments {
    private ListArguments() {}

    static List<String> connection(GraphShape shape, GraphNames names, Table table) {
        List<String> arguments = new ArrayList<>(List.of("first: Int", "after: String", "last: Int", "before: String"));
        arguments.addAll(narrowing(shape, names, table));
        return arguments;
    }

    static List<String> list(GraphShape shape, GraphNames names, Table table) {
        List<String> arguments = new ArrayList<>(List.of("first: Int", "last: Int"));
        arguments.addAll(narrowing(shape, names, table));
        return arguments;
    }

    private static List<String> narrowing(GraphShape shape, GraphNames names, Table table) {
        List<String> arguments = new ArrayList<>();
        if (shape.hasFilter(table)) arguments.add("filter: " + names.of(table).filter());
        if (!shape.sortColumns(table).isEmpty()) {
            arguments.add("orderBy: [" + names.of(table).order() + "!]");
        }
        return arguments;
    }
}
