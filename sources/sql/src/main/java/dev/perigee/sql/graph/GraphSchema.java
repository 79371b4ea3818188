package dev.perigee.sql.graph;

import dev.perigee.data.AccessDirectives;
import dev.perigee.schema.Coercion;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.model.TableRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The schema of a model's graph. */
public final class GraphSchema {
    private GraphSchema() {}

    /**
     * The schema as SDL: the same text for the same model, types in the order of its tables. Its scalars are coerced by
     * {@link #coercions}.
     *
     * @throws IllegalArgumentException if no table has a column that may be seen, a graph can't have one of the model's
     *     names, or a type would have one of its fields twice
     */
    public static String print(Model model, GraphOptions options) {
        GraphShape shape = GraphShape.of(model, options);
        if (shape.tables().isEmpty()) {
            throw new IllegalArgumentException("No table of the model has a column to be seen");
        }
        GraphNames names = GraphNames.of(model);
        SdlWriter out = new SdlWriter();
        new RootTypes(shape, names, out).print();
        for (Table table : shape.tables()) {
            new ObjectTypes(shape, names, out).print(table);
            new InputTypes(shape, names, out).print(table);
        }
        new SharedTypes(shape, out).print(scalars(shape));
        boolean isProtected = shape.tables().stream().anyMatch(TableRules::isAnyOf);
        return isProtected ? out + "\n" + AccessDirectives.SDL : out.toString();
    }

    /** The coercions of the scalars that the schema has, which {@link SqlScalars#coercions} may have more of. */
    public static Map<String, Coercion> coercions(Model model, GraphOptions options) {
        Map<String, Coercion> coercions = new LinkedHashMap<>();
        for (GraphScalar scalar : scalars(GraphShape.of(model, options))) {
            Coercion coercion = SqlScalars.coercions().get(scalar.typeName());
            if (coercion != null) coercions.put(scalar.typeName(), coercion);
        }
        return Collections.unmodifiableMap(coercions);
    }

    private static Set<GraphScalar> scalars(GraphShape shape) {
        Set<GraphScalar> scalars = EnumSet.noneOf(GraphScalar.class);
        for (Table table : shape.tables()) {
            for (Column column : shape.columns(table)) scalars.add(GraphScalar.of(column));
            for (Column column : shape.writes().createColumns(table)) scalars.add(GraphScalar.of(column));
            if (!shape.sumColumns(table).isEmpty()) scalars.add(GraphScalar.DECIMAL);
        }
        return scalars;
    }

    /** What the graph lacks that one may look for, and why: a sentence each, for whoever runs the server, not for clients. */
    public static List<String> notes(Model model, GraphOptions options) {
        GraphShape shape = GraphShape.of(model, options);
        List<String> notes = new ArrayList<>();
        for (Table table : model.tables()) {
            if (!GraphShape.isShown(table)) notes.add(table + " is not in the graph: it has no column to be seen.");
            else if (options.mutations()) addNotes(shape, table, notes);
        }
        return notes;
    }

    private static void addNotes(GraphShape shape, Table table, List<String> notes) {
        if (table.isReadOnly()) return;
        if (!shape.writes().isWritable(table)) {
            notes.add(table + " has no mutations: it has no primary key.");
        } else if (!shape.writes().canCreate(table)) {
            List<Column> missing = shape.writes().missingInputs(table, List.of());
            String why = missing.isEmpty()
                    ? "none of its columns can be given"
                    : "a row must have " + missing + ", which is hidden";
            notes.add(table + " has no create mutation: " + why + ".");
        }
    }
}
