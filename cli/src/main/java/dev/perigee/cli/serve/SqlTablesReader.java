package dev.perigee.cli.serve;

import dev.perigee.settings.Problems;
import dev.perigee.settings.SettingsGroup;
import dev.perigee.settings.SettingsGroup.Text;
import dev.perigee.sql.model.Refinement;
import java.util.HashMap;
import java.util.Map;

/** Reads what {@code perigee.yaml} says of a database's tables. Whether they are there, only the database knows. */
final class SqlTablesReader {
    private static final String A_FIELD = "the name of a field";

    private final Refinement.Builder refinement;
    private final Problems problems;
    private final Map<String, String> places = new HashMap<>();

    SqlTablesReader(Refinement.Builder refinement, Problems problems) {
        this.refinement = refinement;
        this.problems = problems;
    }

    SqlPlaces read(SettingsGroup tables) {
        for (Text table : tables.names()) read(table, tables.group(table.value()));
        return new SqlPlaces(places);
    }

    private void read(Text name, SettingsGroup settings) {
        String table = name.value();
        places.put(table, problems.place(name.node()));
        String type = settings.text("type", "the name of a type");
        if (type != null) refinement.renameTable(table, type);
        if (settings.flag("hidden", false)) refinement.hideTable(table);
        if (settings.flag("readOnly", false)) refinement.readOnly(table);
        String version = settings.text("version", "the name of the column that counts the writes of a row");
        if (version != null) {
            places.put(table + "." + version, problems.place(settings.place("version")));
            refinement.versionColumn(table, version);
        }
        SettingsGroup columns = settings.group("columns");
        for (Text column : columns.names()) readColumn(table, column, columns.group(column.value()));
        SettingsGroup relations = settings.group("relations");
        for (Text relation : relations.names()) readRelation(table, relation, relations);
        settings.rejectUnknown();
    }

    private void readColumn(String table, Text column, SettingsGroup settings) {
        places.put(table + "." + column.value(), problems.place(column.node()));
        String field = settings.text("field", A_FIELD);
        if (field != null) refinement.renameColumn(table, column.value(), field);
        if (settings.flag("hidden", false)) refinement.hideColumn(table, column.value());
        settings.rejectUnknown();
    }

    private void readRelation(String table, Text relation, SettingsGroup relations) {
        places.put(table + "." + relation.value(), problems.place(relation.node()));
        String field = relations.text(relation.value(), A_FIELD);
        if (field != null) refinement.renameRelationOfTable(table, relation.value(), field);
    }
}
