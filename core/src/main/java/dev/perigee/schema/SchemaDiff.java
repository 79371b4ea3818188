package dev.perigee.schema;

import dev.perigee.language.OperationType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two schemas, and what each means for clients. The order of definitions is no difference, and
 * neither is whether something stands in a definition or in an extension.
 */
public final class SchemaDiff {
    private final Schema before;
    private final Schema after;
    private final SchemaChanges changes = new SchemaChanges();

    private SchemaDiff(Schema before, Schema after) {
        this.before = before;
        this.after = after;
    }

    /** All changes, the breaking ones first, then the dangerous ones, then the safe ones. */
    public static List<SchemaChange> between(Schema before, Schema after) {
        SchemaDiff diff = new SchemaDiff(before, after);
        diff.schema();
        diff.types();
        diff.directives();
        return diff.changes.list();
    }

    private void schema() {
        for (OperationType operation : OperationType.values()) {
            root(operation.keyword(), before.rootType(operation), after.rootType(operation));
        }
        changes.description("schema", before.description(), after.description());
        changes.directives("schema", before.appliedDirectives(), after.appliedDirectives());
    }

    private void root(String operation, @Nullable ObjectType from, @Nullable ObjectType to) {
        if (from == null && to != null) {
            changes.safe(to.name(), "\"%s\" is the %s type now; there was none.".formatted(to, operation));
        } else if (from != null && to == null) {
            changes.breaking(
                    from.name(), "\"%s\" is not the %s type any more; there is none.".formatted(from, operation));
        } else if (from != null && to != null && !from.name().equals(to.name())) {
            changes.breaking(from.name(), "The %s type was \"%s\" and is \"%s\" now.".formatted(operation, from, to));
        }
    }

    private void types() {
        TypeDiff types = new TypeDiff(changes);
        for (DefinedType type : before.types()) {
            if (type.isBuiltIn()) continue;
            DefinedType now = after.type(type.name());
            if (now == null) changes.breaking(type.name(), "Type \"%s\" was removed.".formatted(type));
            else types.compare(type, now);
        }
        for (DefinedType type : after.types()) {
            if (type.isBuiltIn() || before.type(type.name()) != null) continue;
            changes.safe(
                    type.name(),
                    "Type \"%s\" was added, %s."
                            .formatted(type, TypeKind.of(type).described()));
        }
    }

    private void directives() {
        DirectiveDiff directives = new DirectiveDiff(changes);
        for (DirectiveType directive : before.directives()) {
            DirectiveType now = after.directive(directive.name());
            if (now == null) directives.removed(directive);
            else if (!directive.isBuiltIn()) directives.compare(directive, now);
        }
        for (DirectiveType directive : after.directives()) {
            if (before.directive(directive.name()) == null) directives.added(directive);
        }
    }
}
