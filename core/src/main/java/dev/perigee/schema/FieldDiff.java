package dev.perigee.schema;

/** The changes of the fields of an object or interface. */
final class FieldDiff {
    private final SchemaChanges changes;
    private final InputDiff inputs;

    FieldDiff(SchemaChanges changes, InputDiff inputs) {
        this.changes = changes;
        this.inputs = inputs;
    }

    void compare(ImplementingType before, ImplementingType after) {
        for (OutputField field : before.fields()) {
            OutputField now = after.field(field.name());
            if (now == null) changes.breaking(field.coordinate(), "Field \"%s\" was removed.".formatted(field));
            else compare(field, now);
        }
        for (OutputField field : after.fields()) {
            if (before.field(field.name()) != null) continue;
            changes.safe(field.coordinate(), "Field \"%s\" was added.".formatted(field));
        }
    }

    private void compare(OutputField before, OutputField after) {
        String coordinate = before.coordinate();
        String from = before.type().toString();
        String to = after.type().toString();
        if (!from.equals(to)) {
            changes.add(
                    TypeDiff.isNarrower(after.type(), before.type()) ? ChangeSeverity.SAFE : ChangeSeverity.BREAKING,
                    coordinate,
                    "Field \"%s\" had type \"%s\" and has \"%s\" now.".formatted(before, from, to));
        }
        inputs.compare(before.arguments(), before::argument, after.arguments(), after::argument, "Argument");
        changes.member(before, after);
    }
}
