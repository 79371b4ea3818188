package dev.perigee.sql.graph;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import java.util.EnumSet;
import java.util.Set;

/** The types that tables have in common: pages, directions, filters of scalars, and scalars. Only those that are used. */
final class SharedTypes {
    private final GraphShape shape;
    private final SdlWriter out;

    SharedTypes(GraphShape shape, SdlWriter out) {
        this.shape = shape;
        this.out = out;
    }

    void print(Set<GraphScalar> scalars) {
        out.open(null, "type " + ReservedNames.PAGE_INFO)
                .field("hasNextPage", "Boolean!")
                .field("hasPreviousPage", "Boolean!")
                .field("startCursor", "String")
                .field("endCursor", "String")
                .close();
        if (shape.tables().stream().anyMatch(table -> !shape.sortColumns(table).isEmpty())) printDirection();
        for (GraphScalar scalar : filtered()) printFilter(scalar);
        for (GraphScalar scalar : scalars) {
            if (scalar.description() != null) out.line(scalar.description(), definition(scalar));
        }
    }

    private void printDirection() {
        out.open(null, "enum " + ReservedNames.SORT_DIRECTION)
                .value("Least first, nulls last.", "ASC")
                .value("Greatest first, nulls last.", "DESC")
                .value("Nulls first, then from the least on.", "ASC_NULLS_FIRST")
                .value("Nulls first, then from the greatest on.", "DESC_NULLS_FIRST")
                .close();
    }

    private Set<GraphScalar> filtered() {
        Set<GraphScalar> scalars = EnumSet.noneOf(GraphScalar.class);
        for (Table table : shape.tables()) {
            for (Column column : shape.filterColumns(table)) scalars.add(GraphScalar.of(column));
        }
        return scalars;
    }

    /** Operators that are given together must all hold. */
    private void printFilter(GraphScalar scalar) {
        String type = scalar.typeName();
        out.open(null, "input " + scalar.filterName());
        for (String operator : scalar.operators())
            out.field(operator, operator.equals("in") ? "[" + type + "!]" : type);
        if (scalar == GraphScalar.STRING) {
            out.field(
                    "`%` stands for any characters, `_` for one; `\\` takes their meaning away. Case counts.",
                    "like", type);
        }
        out.field("isNull", "Boolean").close();
    }

    private static String definition(GraphScalar scalar) {
        String specifiedBy = scalar.specifiedBy();
        String definition = "scalar " + scalar.typeName();
        return specifiedBy == null
                ? definition
                : definition + " @specifiedBy(url: " + SdlWriter.quoted(specifiedBy) + ")";
    }
}
