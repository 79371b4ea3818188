package dev.perigee.sql.graph;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Column.Trait;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Relation.Join;
import dev.perigee.sql.model.SqlType;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.model.Table.UniqueKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Builds tables for tests: column by column, keys by name. */
final class TableSketch {
    private final String typeName;
    private final String description;
    private final List<Column> columns = new ArrayList<>();
    private final List<Column> key = new ArrayList<>();
    private final List<UniqueKey> uniqueKeys = new ArrayList<>();
    private boolean isReadOnly;

    TableSketch(String typeName, String description) {
        this.typeName = typeName;
        this.description = description;
    }

    TableSketch(String typeName) {
        this(typeName, null);
    }

    TableSketch column(String name, Kind kind, Trait... traits) {
        return described(name, kind, null, traits);
    }

    TableSketch described(String name, Kind kind, String description, Trait... traits) {
        Set<Trait> all = EnumSet.noneOf(Trait.class);
        all.addAll(List.of(traits));
        columns.add(new Column(columns.size(), name, name, SqlType.of(kind), all, description));
        return this;
    }

    TableSketch key(String... names) {
        for (String name : names) key.add(column(name));
        return this;
    }

    TableSketch unique(String finderName, String... names) {
        List<Column> some = new ArrayList<>();
        for (String name : names) some.add(column(name));
        uniqueKeys.add(new UniqueKey(finderName, some));
        return this;
    }

    TableSketch readOnly() {
        isReadOnly = true;
        return this;
    }

    private Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Table table() {
        String name = typeName.toLowerCase(java.util.Locale.ROOT);
        return new Table(null, name, typeName, description, columns, key, uniqueKeys, null, isReadOnly);
    }

    static Relation has(String field, Table owner, Table target, String targetColumn) {
        return new Relation(
                field, Relation.Kind.HAS, List.of(toKey(target, targetColumn, owner, true)), true, false, false, null);
    }

    static Relation hasOne(String field, Table owner, Table target, String targetColumn) {
        return new Relation(
                field, Relation.Kind.HAS, List.of(toKey(target, targetColumn, owner, true)), false, false, false, null);
    }

    static Relation belongsTo(String field, Table owner, String column, Table target, boolean isRequired) {
        List<Join> path = List.of(toKey(owner, column, target, false));
        return new Relation(field, Relation.Kind.BELONGS_TO, path, false, false, isRequired, null);
    }

    static Relation through(
            String field,
            Table owner,
            Table through,
            String toOwner,
            String toTarget,
            Table target,
            boolean isDistinct) {
        List<Join> path = List.of(toKey(through, toOwner, owner, true), toKey(through, toTarget, target, false));
        return new Relation(field, Relation.Kind.HAS_THROUGH, path, true, isDistinct, false, null);
    }

    /** The join of a referring column and the key that it refers to, from either end. */
    private static Join toKey(Table referring, String column, Table referred, boolean isReversed) {
        List<Column> from = List.of(referring.column(column));
        List<Column> to = List.of(referred.columns().getFirst());
        return isReversed ? new Join(referred, to, referring, from) : new Join(referring, from, referred, to);
    }
}
