package dev.perigee.sql.model;

import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Has;
import dev.perigee.sql.HasThrough;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a model of drafts that have no problems. */
final class RecordModelBuilder {
    private final Collection<RecordDraft> drafts;
    private final RelationResolver resolver;
    private final Map<Class<?>, Table> tables = new LinkedHashMap<>();

    RecordModelBuilder(Collection<RecordDraft> drafts, RelationResolver resolver) {
        this.drafts = drafts;
        this.resolver = resolver;
    }

    Model build() {
        Model.Builder model = Model.builder();
        Map<Class<?>, Set<String>> references = references();
        for (RecordDraft draft : drafts) {
            Table table = table(draft, references.getOrDefault(draft.recordClass(), Set.of()));
            tables.put(draft.recordClass(), table);
            model.table(table);
        }
        for (RecordDraft draft : drafts) {
            for (RelationDraft relation : draft.relations()) {
                model.relation(relation(relation, resolver.path(draft, relation)));
            }
        }
        return model.build();
    }

    /** The components that refer to other rows, by record. */
    private Map<Class<?>, Set<String>> references() {
        Map<Class<?>, Set<String>> references = new HashMap<>();
        for (RecordDraft draft : drafts) {
            for (RelationDraft relation : draft.relations()) {
                for (LinkDraft link : resolver.path(draft, relation)) {
                    Set<String> ofRecord =
                            references.computeIfAbsent(link.referring().recordClass(), record -> new HashSet<>());
                    link.references().forEach(column -> ofRecord.add(column.component()));
                }
            }
        }
        return references;
    }

    private static Table table(RecordDraft draft, Set<String> references) {
        List<Column> columns = new ArrayList<>();
        for (ColumnDraft column : draft.columns()) {
            boolean isReference = draft.key().contains(column.component()) || references.contains(column.component());
            columns.add(column.column(columns.size(), isReference));
        }
        List<Table.UniqueKey> uniqueKeys = new ArrayList<>();
        draft.uniqueKeys()
                .forEach((finder, components) ->
                        uniqueKeys.add(new Table.UniqueKey(finder, columns(columns, components))));
        return new Table(
                draft.schema(),
                draft.tableName(),
                draft.typeName(),
                draft.description(),
                columns,
                columns(columns, draft.key()),
                uniqueKeys,
                draft.recordClass(),
                draft.isReadOnly());
    }

    private Relation relation(RelationDraft draft, List<LinkDraft> path) {
        LinkDraft link = path.getFirst();
        boolean isRequired = draft.association() instanceof BelongsTo
                && link.references().stream().noneMatch(ColumnDraft::isNullable);
        return new Relation(
                draft.component(),
                draft.association() instanceof HasThrough ? Relation.Kind.HAS_THROUGH : link.kind(),
                path.stream().map(this::join).toList(),
                draft.isMany(),
                draft.association() instanceof HasThrough through && through.distinct(),
                isRequired,
                description(draft));
    }

    private Relation.Join join(LinkDraft link) {
        Table from = table(link.owner()), to = table(link.target());
        return new Relation.Join(
                from,
                columns(from.columns(), components(link.ownColumns())),
                to,
                columns(to.columns(), components(link.otherColumns())));
    }

    private Table table(RecordDraft draft) {
        Table table = tables.get(draft.recordClass());
        if (table == null) throw new IllegalStateException("No table of " + draft.place());
        return table;
    }

    private static @Nullable String description(RelationDraft draft) {
        String text = switch (draft.association()) {
            case Has has -> has.description();
            case BelongsTo belongsTo -> belongsTo.description();
            case HasThrough through -> through.description();
            default -> "";
        };
        return text.isEmpty() ? null : text;
    }

    private static List<String> components(List<ColumnDraft> columns) {
        return columns.stream().map(ColumnDraft::component).toList();
    }

    /** In the order of the components. */
    private static List<Column> columns(List<Column> columns, List<String> components) {
        return components.stream()
                .flatMap(component ->
                        columns.stream().filter(column -> column.fieldName().equals(component)))
                .toList();
    }
}
