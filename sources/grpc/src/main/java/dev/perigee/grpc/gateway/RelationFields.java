package dev.perigee.grpc.gateway;

import dev.perigee.data.LoadSource;
import dev.perigee.data.PlannedLoad;
import dev.perigee.data.SelectedField;
import dev.perigee.grpc.relation.Relation;
import dev.perigee.grpc.relation.Relations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields that are calls below messages: those of one relation go together, wherever they stand. */
record RelationFields(Relations relations, Map<Relation, RelationMethod> methods, Pushes pushes) implements LoadSource {
    @Override
    public Object mergeKey(SelectedField field) {
        return relation(field);
    }

    @Override
    public @Nullable Set<String> parentNeeds(SelectedField field) {
        Relation relation = relation(field);
        return relation.parent() == null ? relation.parentNeeds() : null;
    }

    @Override
    public PlannedLoad plan(List<? extends SelectedField> fields) {
        Relation relation = relation(fields.getFirst());
        RelationMethod method = methods.get(relation);
        if (method == null) throw new IllegalStateException(relation + " calls nothing");
        if (!method.tellsArguments()) return load(relation, method, fields);
        return ArgumentGroups.load(pushes.selections().graph(), fields, group -> load(relation, method, group));
    }

    private PlannedLoad load(Relation relation, RelationMethod method, List<? extends SelectedField> fields) {
        return new RelationLoad(relation, method, pushes.of(relation, method, fields));
    }

    private Relation relation(SelectedField field) {
        Relation relation = relations.of(field.definition().coordinate());
        if (relation == null) throw new IllegalStateException(field.definition().coordinate() + " is no relation");
        return relation;
    }
}
