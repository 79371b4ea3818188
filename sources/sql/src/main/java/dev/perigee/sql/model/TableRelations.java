package dev.perigee.sql.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes relations of foreign keys: a belongs-to and a has of each, and has-through of join tables, whose primary key is two
 * foreign keys. A name that is taken is numbered: columns come first, then belongs-to, has, and has-through.
 */
final class TableRelations {
    private final List<ForeignKey> foreignKeys;
    private final RelationNames names;
    private final Refinement refinement;
    private final Problems problems;
    private final Map<Table, NameSpace> taken = new HashMap<>();
    private final Set<Refinement.Member> renamed = new HashSet<>();
    private final List<Relation> relations = new ArrayList<>();

    /** @param foreignKeys in the order in which they may choose names */
    TableRelations(List<ForeignKey> foreignKeys, Inflection inflection, Refinement refinement, Problems problems) {
        this.foreignKeys = foreignKeys;
        this.names = new RelationNames(inflection, foreignKeys);
        this.refinement = refinement;
        this.problems = problems;
    }

    List<Relation> make(List<Table> tables) {
        for (Table table : tables) {
            NameSpace fields = new NameSpace();
            table.columns().forEach(column -> fields.take(column.fieldName()));
            taken.put(table, fields);
        }
        for (ForeignKey key : foreignKeys) {
            String name = take(key.source(), names.belongsTo(key));
            relations.add(new Relation(
                    name, Relation.Kind.BELONGS_TO, List.of(key.toTarget()), false, false, key.isRequired(), null));
        }
        for (ForeignKey key : foreignKeys) {
            String name = take(key.target(), names.has(key));
            relations.add(new Relation(
                    name, Relation.Kind.HAS, List.of(key.toSource()), !key.isUnique(), false, false, null));
        }
        for (Table table : tables) joinTable(table);
        checkRenamed(tables);
        return relations;
    }

    private void joinTable(Table table) {
        List<ForeignKey> ofKey = foreignKeys.stream()
                .filter(key -> key.source() == table && table.primaryKey().containsAll(key.columns()))
                .toList();
        if (ofKey.size() != 2) return;
        ForeignKey one = ofKey.getFirst(), other = ofKey.getLast();
        Set<Column> both = new HashSet<>(one.columns());
        both.addAll(other.columns());
        boolean areDisjoint =
                both.size() == one.columns().size() + other.columns().size();
        if (!areDisjoint || both.size() != table.primaryKey().size()) return;
        through(one, other);
        through(other, one);
    }

    private void through(ForeignKey here, ForeignKey there) {
        Table owner = here.target();
        Words name = names.hasThrough(here, there);
        boolean isTaken = !namesOf(owner).isFree(name.camelCase());
        relations.add(new Relation(
                take(owner, isTaken ? names.hasThroughByName(here, there) : name),
                Relation.Kind.HAS_THROUGH,
                List.of(here.toSource(), there.toTarget()),
                true,
                false,
                false,
                null));
    }

    private String take(Table owner, Words words) {
        // letters are left of any type's name, so that there is a word
        String natural = namesOf(owner).takeNumbered(words.camelCase());
        Refinement.Member member = new Refinement.Member(owner.typeName(), natural);
        String chosen = refinement.relationNames().get(member);
        if (chosen == null) {
            member = new Refinement.Member(place(owner), natural);
            chosen = refinement.relationsOfTables().get(member);
        }
        if (chosen == null) return natural;
        renamed.add(member);
        if (!GraphNames.isValid(chosen)) {
            problems.add(
                    member.toString(), "\"" + chosen + "\" is no name that a field can have", "Choose another one");
        } else if (!namesOf(owner).take(chosen)) {
            problems.add(member.toString(), "another field is called " + chosen, "Choose another name");
        }
        return chosen;
    }

    private static String place(Table table) {
        return table.schema() == null ? table.name() : table.schema() + "." + table.name();
    }

    private NameSpace namesOf(Table table) {
        NameSpace names = taken.get(table);
        if (names == null) throw new IllegalStateException("No names of " + table);
        return names;
    }

    private void checkRenamed(List<Table> tables) {
        for (Refinement.Member member : refinement.relationNames().keySet()) {
            if (!renamed.contains(member)) {
                problems.add(
                        member.toString(), "there is no such relation to rename", "Look at the names of the model");
            }
        }
        for (Refinement.Member member : refinement.relationsOfTables().keySet()) {
            Table table = tables.stream()
                    .filter(candidate -> place(candidate).equals(member.of()))
                    .findFirst()
                    .orElse(null);
            if (table == null || renamed.contains(member)) continue; // of a table that is not there, others have told
            List<String> known = relations.stream()
                    .filter(relation -> relation.owner() == table)
                    .map(Relation::fieldName)
                    .toList();
            String meant = known.isEmpty() ? "It has none" : "It has " + String.join(", ", known);
            problems.add(member.toString(), "there is no such relation to rename", meant);
        }
    }
}
