package dev.perigee.sql.hydration;

import dev.perigee.sql.graph.OrderReader;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Relation.Join;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds rows by looking at all of them. */
record OracleRows(Map<Table, List<PlainRow>> rows) {
    /** A row, and the row before it on the way to it, if there was one. */
    record Hit(PlainRow row, PlainRow join) {}

    List<Hit> all(Table table) {
        return rows.get(table).stream().map(row -> new Hit(row, null)).toList();
    }

    PlainRow find(Table table, List<Column> key, List<Object> values) {
        return rows.get(table).stream()
                .filter(row -> row.values(key).equals(values))
                .findFirst()
                .orElse(null);
    }

    List<Hit> follow(PlainRow from, Relation relation) {
        List<Hit> hits = List.of(new Hit(from, null));
        for (Join join : relation.path()) {
            List<Hit> next = new ArrayList<>();
            for (Hit hit : hits) {
                for (PlainRow row : rows.get(join.to())) {
                    if (isPartner(hit.row, row, join)) next.add(new Hit(row, hit.row));
                }
            }
            hits = next;
        }
        if (!relation.isDistinct()) return hits;
        Set<PlainRow> seen = new HashSet<>();
        return hits.stream().filter(hit -> seen.add(hit.row)).toList();
    }

    private static boolean isPartner(PlainRow from, PlainRow to, Join join) {
        for (int i = 0; i < join.fromColumns().size(); i++) {
            Object left = from.value(join.fromColumns().get(i));
            Object right = to.value(join.toColumns().get(i));
            if (left == null || !left.equals(right)) return false;
        }
        return true;
    }

    /** What tells apart the rows that lead to one row: by their own key, unless that is found once however many there are. */
    static List<Order> orderOfJoinRows(Relation relation) {
        boolean isRepeated = relation != null && relation.path().size() > 1 && !relation.isDistinct();
        return isRepeated ? OrderReader.read(relation.path().getLast().from(), null) : List.of();
    }

    /** The values of a hit that an order is by: at its end are columns of the row before. */
    static List<Object> values(Hit hit, List<Order> order, int ofJoinRows) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            PlainRow row = i < order.size() - ofJoinRows ? hit.row : hit.join;
            values.add(row.value(order.get(i).column()));
        }
        return values;
    }

    static Comparator<List<Object>> comparator(List<Order> order) {
        return (left, right) -> {
            for (int i = 0; i < order.size(); i++) {
                int result = compare(left.get(i), right.get(i), order.get(i));
                if (result != 0) return result;
            }
            return 0;
        };
    }

    private static int compare(Object left, Object right, Order order) {
        if (left == null || right == null) {
            int nulls = Boolean.compare(left == null, right == null);
            return order.nullsFirst() ? -nulls : nulls;
        }
        int result = OracleFilter.compare(left, right);
        return order.isDescending() ? -result : result;
    }
}
