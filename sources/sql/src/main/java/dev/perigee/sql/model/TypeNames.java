package dev.perigee.sql.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives types their names. A type is called as its table is, in the singular. Where that is taken, a table of another schema
 * than the connection's own has its schema in front; then the plural is tried, then numbers. A table that is called in the
 * singular chooses before one that is not. A name that the graph needs itself gets {@code Row} behind.
 */
final class TypeNames {
    private final Refinement refinement;
    private final Inflection inflection;
    private final String ownNamespace;
    private final NameSpace taken = new NameSpace();

    TypeNames(Refinement refinement, Inflection inflection, String ownNamespace) {
        this.refinement = refinement;
        this.inflection = inflection;
        this.ownNamespace = ownNamespace;
    }

    /** @param tables by schema and name */
    Map<TableName, String> of(List<CatalogTable> tables, Problems problems) {
        Map<TableName, String> names = new HashMap<>();
        for (CatalogTable table : tables) {
            String chosen = refinement.typeNames().get(place(table.name()));
            if (chosen == null) continue;
            check(chosen, place(table.name()), problems);
            names.put(table.name(), chosen);
        }
        for (CatalogTable table : inOrderOfChoice(tables)) {
            if (!names.containsKey(table.name()))
                names.put(table.name(), natural(table.name(), tables.indexOf(table) + 1));
        }
        return names;
    }

    /** The connection's own schema first, and there, names that are singular already. */
    private List<CatalogTable> inOrderOfChoice(List<CatalogTable> tables) {
        List<CatalogTable> ordered = new ArrayList<>(tables);
        ordered.sort(Comparator.comparing(
                        (CatalogTable table) -> !table.name().namespace().equals(ownNamespace))
                .thenComparing(table -> !isSingular(table.name())));
        return ordered;
    }

    private boolean isSingular(TableName table) {
        Words words = Words.of(table.name());
        return inflection.singular(words).equals(words);
    }

    /** As a {@link Refinement} names it. */
    String place(TableName table) {
        return table.namespace().equals(ownNamespace) ? table.name() : table.toString();
    }

    private String natural(TableName table, int position) {
        Words words = Words.of(table.name());
        String singular = name(inflection.singular(words), position);
        if (taken.take(singular)) return singular;
        String inSchema = name(Words.of(table.namespace()).and(inflection.singular(words)), position);
        if (!table.namespace().equals(ownNamespace) && taken.take(inSchema)) return inSchema;
        String plural = name(words, position);
        return taken.take(plural) ? plural : taken.takeNumbered(singular);
    }

    /** A table of which no letter is left is called by its place among all. */
    private static String name(Words words, int position) {
        String name = words.pascalCase();
        if (name.isEmpty()) return "Table" + position;
        return GraphNames.isReservedType(name) ? name + "Row" : name;
    }

    private void check(String chosen, String place, Problems problems) {
        if (!GraphNames.isValid(chosen) || GraphNames.isReservedType(chosen)) {
            problems.add(place, "\"" + chosen + "\" is no name that a type can have", "Choose another one");
        }
        if (!taken.take(chosen)) problems.add(place, "another type is called " + chosen, "Choose another name");
    }
}
