package dev.perigee.sql.model;

import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Has;
import dev.perigee.sql.HasThrough;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks up what relations name in other records. Each relation is resolved once, and its problems are told once. */
final class RelationResolver {
    private final Map<Class<?>, RecordDraft> records;
    private final Problems problems;
    private final Map<RelationDraft, List<LinkDraft>> paths = new IdentityHashMap<>();
    /** Those that are being resolved: a path that leads back to one of them would never end. */
    private final Set<RelationDraft> open = Collections.newSetFromMap(new IdentityHashMap<>());

    RelationResolver(Map<Class<?>, RecordDraft> records, Problems problems) {
        this.records = records;
        this.problems = problems;
    }

    /** The links from a record to the target of one of its relations; none where there was a problem. */
    List<LinkDraft> path(RecordDraft owner, RelationDraft relation) {
        List<LinkDraft> known = paths.get(relation);
        if (known != null) return known;
        String place = owner.place(relation.component());
        if (!open.add(relation)) {
            problems.add(place, "its path leads through itself", "Take another way");
            return List.of();
        }
        List<LinkDraft> path = resolve(owner, relation, place);
        open.remove(relation);
        paths.put(relation, path);
        return path;
    }

    private List<LinkDraft> resolve(RecordDraft owner, RelationDraft relation, String place) {
        RecordDraft target = records.get(relation.target());
        if (target == null) {
            problems.add(
                    place,
                    "the record " + relation.target().getSimpleName() + " is not part of the model",
                    "Give it to RecordModels.of as well");
            return List.of();
        }
        LinkResolver links = new LinkResolver(owner, relation, target, problems);
        return switch (relation.association()) {
            case Has has -> listOf(links.has(has));
            case BelongsTo belongsTo -> listOf(links.belongsTo(belongsTo));
            case HasThrough through -> through(owner, relation, List.of(through.value()), place);
            default -> throw new IllegalArgumentException(place + ": " + relation.association());
        };
    }

    private List<LinkDraft> through(RecordDraft owner, RelationDraft relation, List<String> names, String place) {
        if (names.size() < 2) {
            problems.add(
                    place, "its path has less than two relations", "Name the way there, one relation after the other");
            return List.of();
        }
        List<LinkDraft> path = new ArrayList<>();
        RecordDraft at = owner;
        for (String name : names) {
            RelationDraft step = at.relation(name);
            if (step == null) {
                problems.add(
                        place, "\"" + name + "\" is no relation of " + at.place(), "Name one of " + at.relationNames());
                return List.of();
            }
            List<LinkDraft> links = path(at, step);
            if (links.isEmpty()) return List.of();
            path.addAll(links);
            at = links.getLast().target();
        }
        return fits(relation, path, place) ? List.copyOf(path) : List.of();
    }

    private boolean fits(RelationDraft relation, List<LinkDraft> path, String place) {
        RecordDraft end = path.getLast().target();
        if (end.recordClass() != relation.target()) {
            problems.add(
                    place,
                    "its path leads to " + end.place() + ", not to "
                            + relation.target().getSimpleName(),
                    "Make it a " + end.place() + ", or take another way");
            return false;
        }
        if (!relation.isMany() && path.stream().anyMatch(LinkDraft::isMany)) {
            problems.add(place, "its path may lead to several rows", "Make it a List");
            return false;
        }
        return true;
    }

    private static List<LinkDraft> listOf(@Nullable LinkDraft link) {
        return link == null ? List.of() : List.of(link);
    }
}
