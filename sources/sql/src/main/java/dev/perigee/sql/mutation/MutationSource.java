package dev.perigee.sql.mutation;

import dev.perigee.data.LoadSource;
import dev.perigee.data.PlannedLoad;
import dev.perigee.data.SelectedField;
import dev.perigee.sql.database.Database;
import java.util.List;

/** Makes one change for each field: none goes together with another. */
record MutationSource(Database database, Change change) implements LoadSource {
    @Override
    public Object mergeKey(SelectedField field) {
        return field;
    }

    @Override
    public PlannedLoad plan(List<? extends SelectedField> fields) {
        return new MutationLoad(database, change);
    }
}
