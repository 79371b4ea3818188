package dev.perigee.sql.hydration;

import dev.perigee.sql.hydration.RandomModel.Reference;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Rows of a random model's tables: few or many, with references that lead somewhere, nowhere, or are null. */
final class RandomRows {
    private static final int MOST = 60;

    private final Random random;
    private final RandomModel model;
    private final Map<Table, List<PlainRow>> rows = new IdentityHashMap<>();

    RandomRows(Random random, RandomModel model) {
        this.random = random;
        this.model = model;
        for (Table table : model.model().tables()) addRows(table);
    }

    Map<Table, List<PlainRow>> rows() {
        return rows;
    }

    private void addRows(Table table) {
        List<Reference> references = model.references().stream()
                .filter(reference -> reference.from() == table)
                .toList();
        boolean isPossible = references.stream()
                .allMatch(reference -> !reference.isRequired()
                        || !rows.getOrDefault(reference.to(), List.of()).isEmpty());
        int size = isPossible ? size() : 0;
        List<Object[]> keys = keys(table, size);
        List<Set<List<Object>>> taken = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) taken.add(new HashSet<>());
        List<PlainRow> made = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Object[] values = keys.get(i);
            for (Column column : table.columns()) {
                boolean isNull = column.isNullable() && random.nextInt(4) == 0;
                if (values[column.ordinal()] == null && !isNull && !column.is(Column.Trait.REFERENCE)) {
                    values[column.ordinal()] = RandomValues.any(column.type().kind(), random);
                }
            }
            for (int j = 0; j < references.size(); j++) refer(references.get(j), values, keys, taken.get(j));
            made.add(new PlainRow(table, values));
        }
        rows.put(table, made);
    }

    private int size() {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> random.nextInt(MOST);
            default -> 2 + random.nextInt(12);
        };
    }

    /** Rows with nothing but their keys. The numbers of a composite key's parts are those of a grid. */
    private List<Object[]> keys(Table table, int size) {
        List<Object[]> made = new ArrayList<>();
        List<Column> key = table.primaryKey();
        for (int i = 0; i < size; i++) {
            Object[] values = new Object[table.columns().size()];
            for (int j = 0; j < key.size(); j++) {
                int number = key.size() == 1 ? i : j == 0 ? i % 5 : i / 5;
                values[key.get(j).ordinal()] =
                        RandomValues.key(key.get(j).type().kind(), number);
            }
            made.add(values);
        }
        Collections.shuffle(made, random);
        return made;
    }

    private void refer(Reference reference, Object[] values, List<Object[]> ownKeys, Set<List<Object>> taken) {
        List<Object> key = key(reference, values, ownKeys);
        boolean isTaken = reference.isUnique() && key != null && !taken.add(key);
        if (isTaken) key = dangling(reference, MOST + 1 + taken.size() + ownKeys.indexOf(values) * 1_000);
        if (isTaken) taken.add(key);
        for (int i = 0; key != null && i < key.size(); i++) {
            values[reference.columns().get(i).ordinal()] = key.get(i);
        }
    }

    /** Null for none. */
    private List<Object> key(Reference reference, Object[] values, List<Object[]> ownKeys) {
        boolean isNullable = reference.columns().getFirst().isNullable();
        int chance = random.nextInt(8);
        if (isNullable && chance == 0) return null;
        List<Column> columns = reference.to().primaryKey();
        if (reference.to() == reference.from()) {
            Object[] other = ownKeys.get(random.nextInt(ownKeys.size()));
            return columns.stream().map(column -> other[column.ordinal()]).toList();
        }
        List<PlainRow> targets = rows.getOrDefault(reference.to(), List.of());
        if (targets.isEmpty() || chance == 1 && !reference.isRequired()) return dangling(reference, MOST);
        return targets.get(random.nextInt(targets.size())).values(columns);
    }

    private static List<Object> dangling(Reference reference, int number) {
        return reference.columns().stream()
                .map(column -> RandomValues.key(column.type().kind(), number))
                .toList();
    }
}
