package dev.perigee.graphql;

import dev.perigee.data.LoadSource;
import dev.perigee.data.PlannedLoad;
import dev.perigee.data.SelectedField;
import dev.perigee.language.OperationType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields that root fields of one remote serve. All of them that can be had at the same time go in one request, wherever
 * they stand; mutations go alone, as the engine calls them.
 *
 * @param byCoordinate in the graph's names
 * @param mutationType the name of the graph's type; empty if there is none
 */
record RemoteFields(Remote remote, Needs needs, Map<String, Delegated> byCoordinate, String mutationType)
        implements LoadSource {
    private record Key(Remote remote, OperationType operation) {}

    @Override
    public Object mergeKey(SelectedField field) {
        return new Key(remote, operation(field));
    }

    @Override
    public Set<String> parentNeeds(SelectedField field) {
        return delegated(field) instanceof Join join ? join.parentNeeds() : Set.of();
    }

    @Override
    public PlannedLoad plan(List<? extends SelectedField> fields) {
        return RemoteLoad.of(this, operation(fields.getFirst()), fields);
    }

    Delegated delegated(SelectedField field) {
        Delegated found = byCoordinate.get(field.definition().coordinate());
        if (found == null) throw new IllegalStateException(field.definition().coordinate() + " is not delegated");
        return found;
    }

    private OperationType operation(SelectedField field) {
        boolean isMutation = field.parentType().name().equals(mutationType) && delegated(field) instanceof RootField;
        return isMutation ? OperationType.MUTATION : OperationType.QUERY;
    }
}
