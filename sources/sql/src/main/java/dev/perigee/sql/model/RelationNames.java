package dev.perigee.sql.model;

import java.util.List;
import java.util.Set;

/**
 * What relations are called, before it is known whether the name is free.
 *
 * <p>A belongs-to is called as its column, without the name of the column that it refers to, or without {@code id} and the
 * like: {@code author_id} becomes {@code author}. A column that has nothing to take off gets the target's type behind:
 * {@code reports_to} becomes {@code reportsToEmployee}. Of several columns, it is the target's type.
 *
 * <p>A has is called as the other type, in the plural, or in the singular where it is one at most: {@code books}. Where
 * several foreign keys lead from there to here, each has the belongs-to in front, without this type's name:
 * {@code homeMatches} and {@code awayMatches} of {@code home_team_id} and {@code away_team_id}. The other way of
 * {@code parent} within one table is {@code children}.
 *
 * <p>A has-through is called as the target, in the plural; within one table, as the belongs-to that leads to the target, in
 * the plural: {@code followers}.
 */
final class RelationNames {
    private static final Set<String> REFERENCE_WORDS = Set.of("id", "uuid", "fk", "key", "ref", "no", "code");

    private final Inflection inflection;
    private final List<ForeignKey> all;

    RelationNames(Inflection inflection, List<ForeignKey> all) {
        this.inflection = inflection;
        this.all = all;
    }

    Words belongsTo(ForeignKey key) {
        Words target = Words.of(key.target().typeName());
        boolean isOnlyOne = between(key).stream()
                        .filter(other -> other.columns().size() > 1)
                        .count()
                == 1;
        if (key.columns().size() > 1 && isOnlyOne) return target;
        Words column = Words.of(key.columns().getLast().name());
        Words rest = column.without(Words.of(key.targetColumns().getLast().name()));
        if (!rest.isEmpty() && !rest.equals(column)) return rest;
        if (column.words().size() > 1 && REFERENCE_WORDS.contains(column.last())) {
            return new Words(column.words().subList(0, column.words().size() - 1));
        }
        return column.equals(target) ? column.and(new Words(List.of("row"))) : column.and(target);
    }

    Words has(ForeignKey key) {
        Words source = Words.of(key.source().typeName());
        Words name = key.isUnique() ? source : inflection.plural(source);
        Words belongsTo = belongsTo(key);
        if (between(key).size() > 1) {
            return belongsTo.without(Words.of(key.target().typeName())).and(name);
        }
        boolean isParent = key.source() == key.target() && belongsTo.camelCase().equals("parent");
        return isParent && !key.isUnique() ? new Words(List.of("children")) : name;
    }

    /** Of the rows that a row leads to by {@code there}, its join rows having been found by {@code here}. */
    Words hasThrough(ForeignKey here, ForeignKey there) {
        return inflection.plural(
                here.target() == there.target()
                        ? belongsTo(there)
                        : Words.of(there.target().typeName()));
    }

    /** Where the name of a has-through is taken: with the join table in front, such as {@code likePosts}. */
    Words hasThroughByName(ForeignKey here, ForeignKey there) {
        return Words.of(here.source().typeName()).and(hasThrough(here, there));
    }

    private List<ForeignKey> between(ForeignKey key) {
        return all.stream()
                .filter(other -> other.source() == key.source() && other.target() == key.target())
                .toList();
    }
}
