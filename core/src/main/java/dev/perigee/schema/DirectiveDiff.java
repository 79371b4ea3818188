package dev.perigee.schema;

/** The changes of the definitions of directives. */
final class DirectiveDiff {
    private final SchemaChanges changes;
    private final InputDiff inputs;

    DirectiveDiff(SchemaChanges changes) {
        this.changes = changes;
        this.inputs = new InputDiff(changes);
    }

    void removed(DirectiveType directive) {
        changes.breaking(directive.coordinate(), "Directive \"%s\" was removed.".formatted(directive));
    }

    void added(DirectiveType directive) {
        changes.safe(directive.coordinate(), "Directive \"%s\" was added.".formatted(directive));
    }

    void compare(DirectiveType before, DirectiveType after) {
        String coordinate = before.coordinate();
        for (DirectiveLocation location : before.locations()) {
            if (after.locations().contains(location)) continue;
            changes.breaking(coordinate, "Directive \"%s\" must not stand on %s any more.".formatted(before, location));
        }
        for (DirectiveLocation location : after.locations()) {
            if (before.locations().contains(location)) continue;
            changes.safe(coordinate, "Directive \"%s\" may stand on %s now.".formatted(before, location));
        }
        if (before.isRepeatable() && !after.isRepeatable()) {
            changes.breaking(coordinate, "Directive \"%s\" is not repeatable any more.".formatted(before));
        } else if (!before.isRepeatable() && after.isRepeatable()) {
            changes.safe(coordinate, "Directive \"%s\" is repeatable now.".formatted(before));
        }
        inputs.compare(before.arguments(), before::argument, after.arguments(), after::argument, "Argument");
        changes.description(coordinate, before.description(), after.description());
    }
}
