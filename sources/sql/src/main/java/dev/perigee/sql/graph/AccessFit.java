package dev.perigee.sql.graph;

import dev.perigee.data.AccessRule;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.model.TableRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds what a record protects and a schema that stands for its table does not: a rule must not get lost on the way. */
public final class AccessFit {
    private AccessFit() {}

    /** @throws IllegalArgumentException with all that is not protected */
    public static void check(Schema schema, Model model) {
        List<String> open = new ArrayList<>();
        for (Table table : model.tables()) {
            if (!TableRules.isAnyOf(table)) continue;
            if (!(schema.type(table.typeName()) instanceof ObjectType type)) continue;
            boolean isProtected = !AccessRule.of(type.appliedDirectives()).isEmpty();
            if (!isProtected) add(open, type.name(), TableRules.of(table));
            for (OutputField field : type.fields()) {
                if (!AccessRule.of(field.appliedDirectives()).isEmpty()) continue;
                add(open, field.coordinate(), TableRules.of(table, field.name()));
            }
        }
        if (!open.isEmpty()) throw new IllegalArgumentException(String.join(System.lineSeparator(), open));
    }

    private static void add(List<String> open, String coordinate, List<AccessRule> rules) {
        if (rules.isEmpty()) return;
        String directives = rules.stream().map(AccessRule::directive).collect(Collectors.joining(" "));
        open.add("The schema does not protect " + coordinate + " as its record does: add " + directives
                + ", or another rule.");
    }
}
