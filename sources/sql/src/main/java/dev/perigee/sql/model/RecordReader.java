package dev.perigee.sql.model;

import dev.perigee.data.AccessRule;
import dev.perigee.data.Otherwise;
import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Has;
import dev.perigee.sql.HasThrough;
import dev.perigee.sql.Key;
import dev.perigee.sql.Unique;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one record with its annotations. What they name in other records is looked up later. */
final class RecordReader {
    private final Class<? extends Record> recordClass;
    private final Problems problems;
    private final List<ColumnDraft> columns = new ArrayList<>();
    private final List<RelationDraft> relations = new ArrayList<>();
    private final List<String> key = new ArrayList<>();
    private final Map<String, List<String>> uniqueKeys = new LinkedHashMap<>();

    RecordReader(Class<? extends Record> recordClass, Problems problems) {
        this.recordClass = recordClass;
        this.problems = problems;
    }

    RecordDraft read() {
        for (RecordComponent component : recordClass.getRecordComponents()) readComponent(component);
        dev.perigee.sql.Table annotation = recordClass.getAnnotation(dev.perigee.sql.Table.class);
        String typeName =
                annotation == null || annotation.type().isEmpty() ? recordClass.getSimpleName() : annotation.type();
        checkName(recordClass.getSimpleName(), typeName);
        if (GraphNames.isReservedType(typeName)) {
            problems.add(
                    recordClass.getSimpleName(),
                    "the type " + typeName + " is the graph's own",
                    "Name another one with @Table(type = …)");
        }
        if (key.isEmpty() && (annotation == null || !annotation.readOnly())) {
            problems.add(
                    recordClass.getSimpleName(),
                    "it has no key",
                    "Mark the components of the primary key with @Key, or the table as readOnly");
        }
        checkColumns();
        return new RecordDraft(recordClass, annotation, typeName, columns, key, uniqueKeys, relations);
    }

    private void readComponent(RecordComponent component) {
        checkName(place(component), component.getName());
        checkRules(component);
        Kind kind = JavaTypes.kindOf(component.getGenericType());
        List<Annotation> associations = Stream.of(component.getAnnotations())
                .filter(RecordReader::isAssociation)
                .toList();
        if (associations.size() > 1) {
            problems.add(place(component), "it has several associations", "Keep one of " + names(associations));
        } else if (associations.isEmpty()) {
            readColumn(component, kind);
        } else {
            readRelation(component, associations.getFirst());
        }
    }

    private void checkRules(RecordComponent component) {
        boolean isNull = AccessRule.of(component).stream().anyMatch(rule -> rule.otherwise() == Otherwise.NULL);
        if (isNull && component.getType().isPrimitive()) {
            problems.add(place(component), "for some callers it is null, which a primitive never is", "Use its box");
        }
    }

    private void readColumn(RecordComponent component, @Nullable Kind kind) {
        if (kind == null) {
            boolean isRecord = targetOf(component.getGenericType()).isRecord();
            problems.add(
                    place(component),
                    "no column has the type " + component.getGenericType().getTypeName(),
                    isRecord
                            ? "Say how the records are related: @Has, @BelongsTo or @HasThrough"
                            : "Use a primitive or its box, an enum, String, BigDecimal, UUID, byte[], Instant,"
                                    + " LocalDate, LocalTime or LocalDateTime");
            return;
        }
        columns.add(new ColumnReader(component, place(component), problems).read(kind));
        if (component.isAnnotationPresent(Key.class)) key.add(component.getName());
        for (Unique unique : component.getAnnotationsByType(Unique.class)) {
            checkName(place(component), unique.value());
            uniqueKeys
                    .computeIfAbsent(unique.value(), finder -> new ArrayList<>())
                    .add(component.getName());
        }
    }

    private void readRelation(RecordComponent component, Annotation association) {
        Class<?> target = targetOf(component.getGenericType());
        boolean isMany = component.getType() == List.class;
        if (!target.isRecord()) {
            problems.add(
                    place(component),
                    "an association leads to a record or a list of records, not to "
                            + component.getGenericType().getTypeName(),
                    "Make it a record that has a table, or a List of it");
            return;
        }
        for (Annotation other : component.getAnnotations()) {
            if (other != association && other.annotationType().getPackage() == Has.class.getPackage()) {
                problems.add(place(component), names(List.of(other)) + " is for columns only", "Remove it");
            }
        }
        if (isMany && association instanceof BelongsTo) {
            problems.add(place(component), "a row belongs to one at most", "Use @Has, or no list");
        }
        relations.add(new RelationDraft(component.getName(), association, target, isMany));
    }

    private void checkColumns() {
        Map<String, ColumnDraft> byName = new LinkedHashMap<>();
        boolean hasVersion = false;
        for (ColumnDraft column : columns) {
            String place = recordClass.getSimpleName() + "." + column.component();
            ColumnDraft other = byName.putIfAbsent(column.name(), column);
            if (other != null) {
                problems.add(
                        place,
                        "its column " + column.name() + " is that of " + other.component() + " too",
                        "Name another one with @Column");
            }
            if (column.traits().contains(Column.Trait.VERSION) && hasVersion) {
                problems.add(place, "it is the second version of the record", "Keep one @Version");
            }
            hasVersion |= column.traits().contains(Column.Trait.VERSION);
        }
    }

    private void checkName(String place, String name) {
        if (GraphNames.isValid(name)) return;
        problems.add(
                place,
                "\"" + name + "\" is no name that a graph can have",
                "Use letters, digits and underscores, and not two underscores in front");
    }

    private String place(RecordComponent component) {
        return recordClass.getSimpleName() + "." + component.getName();
    }

    private static boolean isAssociation(Annotation annotation) {
        return annotation instanceof Has || annotation instanceof BelongsTo || annotation instanceof HasThrough;
    }

    private static String names(List<Annotation> annotations) {
        return String.join(
                ", ",
                annotations.stream()
                        .map(annotation -> "@" + annotation.annotationType().getSimpleName())
                        .toList());
    }

    /** The element of a list, or the type itself; {@code Object} where it is no plain class. */
    private static Class<?> targetOf(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list.getActualTypeArguments()[0] instanceof Class<?> element ? element : Object.class;
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }
}
