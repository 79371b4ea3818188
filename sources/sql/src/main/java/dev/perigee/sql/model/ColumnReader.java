package dev.perigee.sql.model;

import dev.perigee.sql.Defaulted;
import dev.perigee.sql.Digits;
import dev.perigee.sql.Filterable;
import dev.perigee.sql.Generated;
import dev.perigee.sql.Hidden;
import dev.perigee.sql.Json;
import dev.perigee.sql.Key;
import dev.perigee.sql.MaxLength;
import dev.perigee.sql.NotNull;
import dev.perigee.sql.Sortable;
import dev.perigee.sql.Version;
import dev.perigee.sql.model.Column.Trait;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a column of a component by its type and annotations. What does not fit becomes a problem, and is left out. */
final class ColumnReader {
    private final RecordComponent component;
    private final String place;
    private final Problems problems;

    ColumnReader(RecordComponent component, String place, Problems problems) {
        this.component = component;
        this.place = place;
        this.problems = problems;
    }

    ColumnDraft read(Kind javaKind) {
        Kind kind =
                has(Json.class) && javaKind == Kind.TEXT && !component.getType().isEnum() ? Kind.JSON : javaKind;
        if (has(Json.class) && kind != Kind.JSON) misplaced("@Json", "JSON is text", "Make it a String");
        return new ColumnDraft(component.getName(), name(), type(kind), traits(kind), description());
    }

    private String name() {
        dev.perigee.sql.Column named = component.getAnnotation(dev.perigee.sql.Column.class);
        if (named != null && !named.value().isEmpty()) return named.value();
        return Words.of(component.getName()).snakeCase();
    }

    private @Nullable String description() {
        dev.perigee.sql.Column named = component.getAnnotation(dev.perigee.sql.Column.class);
        return named == null || named.description().isEmpty() ? null : named.description();
    }

    private SqlType type(Kind kind) {
        MaxLength maxLength = component.getAnnotation(MaxLength.class);
        Digits digits = component.getAnnotation(Digits.class);
        if (digits != null && kind == Kind.DECIMAL) return decimal(digits);
        if (digits != null) misplaced("@Digits", "only decimals have digits", "Make it a BigDecimal");
        if (maxLength == null) return SqlType.of(kind);
        if (kind != Kind.TEXT && kind != Kind.BINARY) {
            misplaced("@MaxLength", "only text and binary have a length", "Remove it");
            return SqlType.of(kind);
        }
        if (maxLength.value() < 1) problems.add(place, "@MaxLength is " + maxLength.value(), "Use at least 1");
        return new SqlType(kind, "", Math.max(0, maxLength.value()), 0);
    }

    private SqlType decimal(Digits digits) {
        if (digits.value() >= 1 && digits.scale() >= 0 && digits.scale() <= digits.value()) {
            return new SqlType(Kind.DECIMAL, "", digits.value(), digits.scale());
        }
        problems.add(
                place,
                "@Digits are " + digits.value() + " with a scale of " + digits.scale(),
                "Use at least 1, and a scale from 0 to all");
        return SqlType.of(Kind.DECIMAL);
    }

    private Set<Trait> traits(Kind kind) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (isNullable()) traits.add(Trait.NULLABLE);
        if (has(Hidden.class)) traits.add(Trait.HIDDEN);
        if (has(Defaulted.class)) traits.add(Trait.DEFAULTED);
        if (has(Generated.class)) traits.add(Trait.GENERATED);
        if (has(Version.class)) traits.add(Trait.VERSION);
        if (has(Filterable.class) || has(Key.class)) traits.add(Trait.FILTERABLE);
        if (has(Sortable.class) || has(Key.class)) traits.add(Trait.SORTABLE);
        checkTraits(kind, traits);
        return traits;
    }

    private void checkTraits(Kind kind, Set<Trait> traits) {
        boolean isCompared = traits.contains(Trait.FILTERABLE) || traits.contains(Trait.SORTABLE);
        if (isCompared && !kind.isComparable()) {
            problems.add(
                    place,
                    kind + " can't be compared, so it is no key, filter or order",
                    "Remove @Key, @Filterable, @Sortable");
        }
        if (traits.contains(Trait.VERSION) && kind != Kind.INTEGER && kind != Kind.BIGINT) {
            misplaced("@Version", "a version is a whole number", "Make it an int or a long");
        }
        if (traits.contains(Trait.HIDDEN) && (has(Filterable.class) || has(Sortable.class))) {
            problems.add(place, "it is hidden, so no client can filter or order by it", "Remove one or the other");
        }
    }

    private boolean isNullable() {
        boolean isMarked = Stream.of(component.getAnnotatedType().getAnnotations())
                .anyMatch(annotation -> isJspecifyNullable(annotation));
        if (!isMarked) return !component.getType().isPrimitive() && !has(NotNull.class) && !has(Key.class);
        if (component.getType().isPrimitive()) misplaced("@Nullable", "a primitive is never null", "Use its box");
        if (has(NotNull.class)) misplaced("@Nullable", "it is @NotNull too", "Remove one of them");
        if (has(Key.class)) misplaced("@Nullable", "a key is never null", "Remove it");
        return !has(Key.class);
    }

    /** By name: the annotations of JSpecify need not be there when the program runs. */
    private static boolean isJspecifyNullable(Annotation annotation) {
        return annotation.annotationType().getName().equals("org.jspecify.annotations.Nullable");
    }

    private boolean has(Class<? extends Annotation> annotation) {
        return component.isAnnotationPresent(annotation);
    }

    private void misplaced(String annotation, String why, String whatToDo) {
        problems.add(place, annotation + " does not fit " + component.getType().getSimpleName() + ": " + why, whatToDo);
    }
}
