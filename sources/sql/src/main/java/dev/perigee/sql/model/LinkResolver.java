package dev.perigee.sql.model;

import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Has;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks up the components that a has or a belongs-to goes by, on both sides. */
final class LinkResolver {
    private final RecordDraft owner;
    private final RelationDraft relation;
    private final RecordDraft target;
    private final String place;
    private final Problems problems;

    LinkResolver(RecordDraft owner, RelationDraft relation, RecordDraft target, Problems problems) {
        this.owner = owner;
        this.relation = relation;
        this.target = target;
        this.place = owner.place(relation.component());
        this.problems = problems;
    }

    /** Null where there was a problem. */
    @Nullable LinkDraft has(Has has) {
        return link(Relation.Kind.HAS, target, List.of(has.by()), owner, List.of(has.references()));
    }

    /** Null where there was a problem. */
    @Nullable LinkDraft belongsTo(BelongsTo belongsTo) {
        return link(Relation.Kind.BELONGS_TO, owner, List.of(belongsTo.by()), target, List.of(belongsTo.references()));
    }

    private @Nullable LinkDraft link(
            Relation.Kind kind, RecordDraft referring, List<String> by, RecordDraft referred, List<String> references) {
        List<String> key = references.isEmpty() ? referred.key() : references;
        List<ColumnDraft> from = columns(referring, by);
        List<ColumnDraft> to = columns(referred, key);
        if (from == null || to == null || !areEqual(referring, from, referred, to)) return null;
        if (kind == Relation.Kind.BELONGS_TO && !referred.isUnique(key)) {
            problems.add(
                    place,
                    "several rows of " + referred.place() + " may have the same " + String.join(", ", key),
                    "Mark what it references with @Unique there");
        }
        return kind == Relation.Kind.BELONGS_TO
                ? new LinkDraft(kind, owner, from, target, to, false)
                : new LinkDraft(kind, owner, to, target, from, relation.isMany());
    }

    private @Nullable List<ColumnDraft> columns(RecordDraft record, List<String> components) {
        List<ColumnDraft> columns = new ArrayList<>();
        for (String component : components) {
            ColumnDraft column = record.column(component);
            if (column != null) {
                columns.add(column);
            } else {
                problems.add(
                        place,
                        "\"" + component + "\" is no column of " + record.place(),
                        "Name one of " + record.columnNames());
            }
        }
        return columns.size() == components.size() ? columns : null;
    }

    private boolean areEqual(
            RecordDraft referring, List<ColumnDraft> from, RecordDraft referred, List<ColumnDraft> to) {
        if (from.isEmpty() || from.size() != to.size()) {
            problems.add(
                    place,
                    "it goes by " + names(from) + " of " + referring.place() + ", and refers to " + names(to) + " of "
                            + referred.place(),
                    "Name as many on both sides, in the same order, with by and references");
            return false;
        }
        boolean isEqual = true;
        for (int i = 0; i < from.size(); i++) {
            Kind kind = from.get(i).type().kind(), otherKind = to.get(i).type().kind();
            if (kind == otherKind) continue;
            isEqual = false;
            problems.add(
                    place,
                    referring.place(from.get(i).component()) + " is " + kind + ", and "
                            + referred.place(to.get(i).component()) + ", which it refers to, is " + otherKind,
                    "Give both the same type");
        }
        return isEqual;
    }

    private static String names(List<ColumnDraft> columns) {
        return columns.isEmpty()
                ? "nothing"
                : String.join(", ", columns.stream().map(ColumnDraft::component).toList());
    }
}
