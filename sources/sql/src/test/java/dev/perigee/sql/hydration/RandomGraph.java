package dev.perigee.sql.hydration;

import dev.perigee.sql.graph.GraphNames;
import dev.perigee.sql.graph.GraphOptions;
import dev.perigee.sql.graph.GraphOptions.ToMany;
import dev.perigee.sql.graph.GraphShape;
import dev.perigee.sql.graph.PageLimits;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A graph at random, with the rows behind it.
 *
 * @param isBare whether fields that are lists have no arguments, as in a schema written by hand
 */
record RandomGraph(
        Model model, Map<Table, List<PlainRow>> rows, GraphOptions options, PageLimits pageLimits, boolean isBare) {
    /** @param name what the names of its tables begin with */
    static RandomGraph of(Random random, String name) {
        RandomModel made = new RandomModel(random, name);
        RandomRows rows = new RandomRows(random, made);
        ToMany toMany = random.nextInt(3) == 0 ? ToMany.LISTS : ToMany.CONNECTIONS;
        boolean isBare = toMany == ToMany.LISTS && random.nextBoolean();
        int defaultSize = random.nextInt(3) == 0 ? 100 : 1 + random.nextInt(6);

        Model model = made.model();
        return new RandomGraph(
                model, rows.rows(), GraphOptions.DEFAULT.with(toMany), new PageLimits(defaultSize, 100), isBare);
    }

    /** The same graph over as many copies of its rows, each under keys of its own, with pages as large as they may be. */
    RandomGraph copies(int count) {
        Map<Table, List<PlainRow>> copies = new IdentityHashMap<>();
        rows.forEach((table, of) -> {
            List<PlainRow> all = new ArrayList<>();
            for (int copy = 0; copy < count; copy++) {
                for (PlainRow row : of) all.add(row.copy(copy));
            }
            copies.put(table, all);
        });
        return new RandomGraph(model, copies, options, new PageLimits(100_000, 100_000), isBare);
    }

    GraphShape shape() {
        return GraphShape.of(model, options);
    }

    GraphNames names() {
        return GraphNames.of(model);
    }

    List<PlainRow> rows(Table table) {
        return rows.getOrDefault(table, List.of());
    }

    Form form(Relation relation) {
        if (!relation.isMany()) return Form.ONE;
        return options.toMany() == ToMany.LISTS ? Form.LIST : Form.CONNECTION;
    }

    boolean hasArguments(Relation relation) {
        return switch (form(relation)) {
            case ONE -> false;
            case LIST -> !isBare;
            case CONNECTION -> true;
        };
    }

    /** The schema, as it is or bare. */
    String schema(String printed) {
        return isBare ? bare(printed) : printed;
    }

    /** A schema whose fields that are lists have no arguments. */
    static String bare(String schema) {
        return schema.replaceAll("\\(first: Int, last: Int[^)]*\\): \\[", ": [");
    }
}
