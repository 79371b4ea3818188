package dev.perigee.sql.hydration;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Column.Trait;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Relation.Join;
import dev.perigee.sql.model.SqlType;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.model.Table.UniqueKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A model made at random: keys of one column, of two, or none; columns that refer to other tables or their own, unique or
 * not; and relations of all kinds along them, the longer ones put together of shorter ones.
 */
final class RandomModel {
    private static final List<Kind> KINDS = List.of(
            Kind.BOOLEAN,
            Kind.INTEGER,
            Kind.BIGINT,
            Kind.DECIMAL,
            Kind.DOUBLE,
            Kind.TEXT,
            Kind.UUID,
            Kind.DATE,
            Kind.TIME,
            Kind.TIMESTAMP,
            Kind.INSTANT);
    private static final List<List<Kind>> KEYS = List.of(
            List.of(Kind.BIGINT),
            List.of(Kind.INTEGER),
            List.of(Kind.TEXT),
            List.of(Kind.UUID),
            List.of(Kind.INTEGER, Kind.TEXT),
            List.of(Kind.BIGINT, Kind.BIGINT),
            List.of());

    private final Random random;
    private final String prefix;
    private final List<Table> tables = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();

    /**
     * Columns of a table that have keys of another.
     *
     * @param isUnique whether no two rows have the same
     * @param isRequired whether each row has one, and it exists
     */
    record Reference(Table from, List<Column> columns, Table to, boolean isUnique, boolean isRequired) {}

    /** @param prefix of the tables' names */
    RandomModel(Random random, String prefix) {
        this.random = random;
        this.prefix = prefix;
        int count = 2 + random.nextInt(4);
        for (int i = 0; i < count; i++) addTable(i);
        for (Reference reference : references) addRelations(reference);
        int paths = random.nextInt(5);
        for (int i = 0; i < paths; i++) addPath(i);
    }

    List<Reference> references() {
        return references;
    }

    Model model() {
        Model.Builder builder = Model.builder();
        tables.forEach(builder::table);
        relations.forEach(builder::relation);
        return builder.build();
    }

    private void addTable(int number) {
        List<Column> columns = new ArrayList<>();
        for (Kind kind : KEYS.get(random.nextInt(number == 0 ? KEYS.size() - 1 : KEYS.size()))) {
            columns.add(column(columns.size(), "k", kind, false, true));
        }
        List<Column> key = List.copyOf(columns);
        int values = 1 + random.nextInt(4);
        for (int i = 0; i < values; i++) {
            Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            columns.add(column(columns.size(), "v", kind, random.nextBoolean(), false));
        }
        List<Wish> wishes = new ArrayList<>();
        int count = number == 0 ? random.nextInt(2) : 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) wish(number, key, columns, wishes);
        Collections.shuffle(wishes, random);
        List<UniqueKey> unique = new ArrayList<>();
        for (Wish wish : wishes) {
            if (wish.isUnique) unique.add(new UniqueKey("findBy" + number + "u" + unique.size(), wish.columns));
        }
        String name = prefix
                + List.of("order", "Mixed Case", "t\"q", "group", "plain").get(number);
        Table table = new Table(null, name, "T" + number, null, columns, key, unique, null, false);
        tables.add(table);
        for (Wish wish : wishes) {
            Table to = wish.to == null ? table : wish.to;
            references.add(new Reference(table, wish.columns, to, wish.isUnique, wish.isRequired));
        }
    }

    /** A reference to be, of a table that isn't there yet. @param to null for the table itself */
    private record Wish(List<Column> columns, Table to, boolean isUnique, boolean isRequired) {}

    private void wish(int number, List<Column> key, List<Column> columns, List<Wish> wishes) {
        int target = random.nextInt(number + 1);
        Table to = target == number ? null : tables.get(target);
        List<Column> toKey = to == null ? key : to.primaryKey();
        if (toKey.isEmpty()) return;
        boolean isNullable = random.nextBoolean();
        List<Column> made = new ArrayList<>();
        for (Column of : toKey) {
            Column column = column(columns.size(), "f", of.type().kind(), isNullable, true);
            columns.add(column);
            made.add(column);
        }
        boolean isUnique = random.nextInt(4) == 0;
        wishes.add(new Wish(made, to, isUnique, to != null && !isNullable && !isUnique && random.nextBoolean()));
    }

    private Column column(int ordinal, String name, Kind kind, boolean isNullable, boolean isReference) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (isNullable) traits.add(Trait.NULLABLE);
        if (isReference) traits.add(Trait.REFERENCE);
        if (random.nextInt(5) > 0) traits.add(Trait.FILTERABLE);
        if (random.nextInt(5) > 0) traits.add(Trait.SORTABLE);
        SqlType type = kind == Kind.DECIMAL ? new SqlType(kind, "", 10, 2) : SqlType.of(kind);
        return new Column(ordinal, name + " " + ordinal, name + ordinal, type, traits, null);
    }

    private void addRelations(Reference reference) {
        int number = relations.size();
        List<Column> key = reference.to.primaryKey();
        Join out = new Join(reference.from, reference.columns, reference.to, key);
        Join in = new Join(reference.to, key, reference.from, reference.columns);
        relations.add(new Relation(
                "b" + number, Relation.Kind.BELONGS_TO, List.of(out), false, false, reference.isRequired, null));
        boolean isMany = !reference.isUnique && random.nextInt(5) > 0;
        relations.add(new Relation("h" + number, Relation.Kind.HAS, List.of(in), isMany, false, false, null));
    }

    private void addPath(int number) {
        if (relations.isEmpty()) return;
        Relation first = relations.get(random.nextInt(relations.size()));
        List<Relation> next = relations.stream()
                .filter(relation -> relation.owner() == first.target())
                .toList();
        Relation second = next.get(random.nextInt(next.size()));
        List<Join> path = new ArrayList<>(first.path());
        path.addAll(second.path());
        if (path.size() > 4) return;
        boolean isMany = first.isMany() || second.isMany();
        relations.add(
                new Relation("t" + number, Relation.Kind.HAS_THROUGH, path, isMany, random.nextBoolean(), false, null));
    }
}
