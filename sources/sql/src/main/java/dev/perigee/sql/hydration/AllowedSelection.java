package dev.perigee.sql.hydration;

import dev.perigee.data.AccessRule;
import dev.perigee.data.Caller;
import dev.perigee.data.Otherwise;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.model.TableRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is left of a selection for a caller, by the rules of the records. Immutable. */
public final class AllowedSelection {
    private final Caller caller;
    private final boolean isNamed;

    private AllowedSelection(Caller caller, boolean isNamed) {
        this.caller = caller;
        this.isNamed = isNamed;
    }

    /**
     * @param isNamed whether somebody has asked for each column by its name, so that one that is denied may be an error
     * @return null if the records themselves are denied
     * @throws dev.perigee.data.ClientException {@code FORBIDDEN} or {@code UNAUTHENTICATED} if a rule says so
     */
    public static @Nullable RecordSelection of(RecordSelection selection, Caller caller, boolean isNamed) {
        Table table = selection.table();
        AllowedSelection allowed = new AllowedSelection(caller, isNamed);
        return allowed.isOpen(table.typeName(), TableRules.of(table), true) ? allowed.of(selection) : null;
    }

    private RecordSelection of(RecordSelection selection) {
        Table table = selection.table();
        BitSet columns = selection.columns();
        for (Column column : table.columns(columns)) {
            List<AccessRule> rules = TableRules.of(table, column.fieldName());
            if (!isOpen(table.typeName() + "." + column.fieldName(), rules, isNamed)) columns.clear(column.ordinal());
        }
        Map<Relation, RecordSelection> relations = new LinkedHashMap<>();
        selection.relations().forEach((relation, below) -> {
            List<AccessRule> rules = new ArrayList<>(TableRules.of(table, relation.fieldName()));
            rules.addAll(TableRules.of(relation.target()));
            if (isOpen(table.typeName() + "." + relation.fieldName(), rules, true)) relations.put(relation, of(below));
        });
        return new RecordSelection(table, columns, relations, selection.maker(), selection.most());
    }

    private boolean isOpen(String coordinate, List<AccessRule> rules, boolean isError) {
        AccessRule broken = AccessRule.firstBroken(rules, caller);
        if (broken == null) return true;
        if (isError && broken.otherwise() == Otherwise.ERROR) throw AccessRule.refusal(coordinate, caller);
        return false;
    }
}
