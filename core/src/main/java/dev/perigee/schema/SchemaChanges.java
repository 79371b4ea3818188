package dev.perigee.schema;

import dev.perigee.language.Printer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects changes, and knows those that all kinds of definition have in common. */
final class SchemaChanges {
    private final List<SchemaChange> changes = new ArrayList<>();

    void breaking(String coordinate, String message) {
        changes.add(new SchemaChange(ChangeSeverity.BREAKING, coordinate, message));
    }

    void dangerous(String coordinate, String message) {
        changes.add(new SchemaChange(ChangeSeverity.DANGEROUS, coordinate, message));
    }

    void safe(String coordinate, String message) {
        changes.add(new SchemaChange(ChangeSeverity.SAFE, coordinate, message));
    }

    void add(ChangeSeverity severity, String coordinate, String message) {
        changes.add(new SchemaChange(severity, coordinate, message));
    }

    /** What all members have. */
    void member(Member before, Member after) {
        String coordinate = before.coordinate();
        deprecation(coordinate, before.deprecationReason(), after.deprecationReason());
        description(coordinate, before.description(), after.description());
        directives(coordinate, before.appliedDirectives(), after.appliedDirectives());
    }

    void description(String coordinate, @Nullable String before, @Nullable String after) {
        if (Objects.equals(before, after)) return;
        String change = before == null ? "was added" : after == null ? "was removed" : "has changed";
        safe(coordinate, "The description of \"%s\" %s.".formatted(coordinate, change));
    }

    private void deprecation(String coordinate, @Nullable String before, @Nullable String after) {
        if (Objects.equals(before, after)) return;
        if (before == null) safe(coordinate, "\"%s\" is deprecated now: %s".formatted(coordinate, after));
        else if (after == null) safe(coordinate, "\"%s\" is not deprecated any more.".formatted(coordinate));
        else safe(coordinate, "The reason why \"%s\" is deprecated has changed: %s".formatted(coordinate, after));
    }

    /** Directives of the schema's own, whose meaning for clients nobody here knows. */
    void directives(String coordinate, List<AppliedDirective> before, List<AppliedDirective> after) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (AppliedDirective directive : before) count(directive, -1, counts);
        for (AppliedDirective directive : after) count(directive, 1, counts);
        counts.forEach((text, count) -> {
            if (count < 0) safe(coordinate, "Directive %s was removed from \"%s\".".formatted(text, coordinate));
            if (count > 0) safe(coordinate, "Directive %s was added to \"%s\".".formatted(text, coordinate));
        });
    }

    private static void count(AppliedDirective directive, int by, Map<String, Integer> counts) {
        if (BuiltInDirectives.isBuiltIn(directive.name())) return; // they are compared by what they say
        counts.merge(Printer.printCompact(directive.node()), by, Integer::sum);
    }

    /** The worst first, otherwise in the order in which they were found. */
    List<SchemaChange> list() {
        return changes.stream()
                .sorted(Comparator.comparing(SchemaChange::severity))
                .toList();
    }
}
