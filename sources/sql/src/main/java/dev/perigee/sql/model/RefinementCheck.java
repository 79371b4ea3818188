package dev.perigee.sql.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds that what a refinement names is there: a name that is mistyped would hide nothing, and nobody would know. */
final class RefinementCheck {
    private final Refinement refinement;
    private final Map<String, CatalogTable> tables = new HashMap<>();

    RefinementCheck(Refinement refinement, TypeNames typeNames, List<CatalogTable> found) {
        this.refinement = refinement;
        for (CatalogTable table : found) tables.put(typeNames.place(table.name()), table);
    }

    void check(Problems problems) {
        checkTables(refinement.typeNames().keySet(), "rename", problems);
        checkTables(refinement.hiddenTables(), "hide", problems);
        checkTables(refinement.readOnlyTables(), "keep from writing", problems);
        checkColumns(refinement.fieldNames().keySet(), "rename", problems);
        checkColumns(refinement.hiddenColumns(), "hide", problems);
        checkColumns(refinement.versionColumns(), "count writes in", problems);
        checkTables(
                refinement.relationsOfTables().keySet().stream()
                        .map(Refinement.Member::of)
                        .distinct()
                        .toList(),
                "rename a relation of",
                problems);
    }

    private void checkTables(Collection<String> names, String purpose, Problems problems) {
        for (String name : names.stream().sorted().toList()) {
            if (!tables.containsKey(name)) {
                problems.addUnknown(name, "there is no such table to " + purpose, name, tables.keySet());
            }
        }
    }

    private void checkColumns(Collection<Refinement.Member> members, String purpose, Problems problems) {
        for (Refinement.Member member : members) {
            CatalogTable table = tables.get(member.of());
            if (table == null) {
                String problem = "there is no such table to " + purpose + " a column of";
                problems.addUnknown(member.toString(), problem, member.of(), tables.keySet());
            } else if (table.column(member.name()) == null) {
                List<String> columns =
                        table.columns().stream().map(CatalogColumn::name).toList();
                String problem = "there is no such column to " + purpose;
                problems.addUnknown(member.toString(), problem, member.name(), columns);
            }
        }
    }
}
