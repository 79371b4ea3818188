package dev.perigee.sql.hydration;

import dev.perigee.data.Arguments;
import dev.perigee.data.PlannedLoad;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.sql.hydration.RowsField.OfParents;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.statement.Dialect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads the rows of a relation, or of a table, that arguments choose: the same arguments for all fields of the batch, so
 * one statement for rows and one for figures, whichever are selected.
 */
final class PageLoad implements PlannedLoad {
    private final Hydration hydration;
    private final RowsField rows;
    private final @Nullable Relation relation;
    private final List<? extends SelectedField> fields;

    PageLoad(Hydration hydration, RowsField rows, List<? extends SelectedField> fields) {
        this.hydration = hydration;
        this.rows = rows;
        this.relation = rows instanceof OfParents of ? of.relation() : null;
        this.fields = fields;
    }

    @Override
    public String source() {
        return "sql";
    }

    @Override
    public int load(List<? extends Feed> feeds, SourceRun run) throws Exception {
        Reading reading = hydration.reading(feeds, run);
        Listing listing = Listing.read(run.arguments(feeds.getFirst().field()), rows, hydration);
        Wanted wanted = hydration.wanted(rows.table(), relation, run);
        Set<Object> keys = new LinkedHashSet<>();
        @Nullable Object[][] keysOf = new Object[feeds.size()][];
        for (int i = 0; i < keysOf.length; i++) {
            Feed feed = feeds.get(i);
            wanted.add(feed.field(), rows.form());
            keysOf[i] = hydration.field(feed.field()) instanceof OfParents of
                    ? Parents.keys(feed, of)
                    : Parents.each(feed, KeyReading.WHOLE);
            for (Object key : keysOf[i]) {
                if (key != null) keys.add(key);
            }
        }
        PageReader reader = new PageReader(hydration, rows, listing, wanted);
        int calls = keys.isEmpty() ? 0 : reader.read(List.copyOf(keys), reading);
        for (int i = 0; i < keysOf.length; i++) complete(feeds.get(i), keysOf[i], reader);
        return calls;
    }

    private void complete(Feed feed, @Nullable Object[] keys, PageReader reader) {
        @Nullable Object[] values = new Object[keys.length];
        for (int i = 0; i < values.length; i++) values[i] = reader.value(keys[i]);
        feed.complete(values);
    }

    @Override
    public String describe() {
        SelectedField first = fields.getFirst();
        Arguments known = first.constantArguments();
        Listing listing = Listing.read(known == null ? Arguments.NONE : known, rows, hydration);
        Wanted wanted = hydration.wanted(rows.table(), relation, Examples.RUN);
        for (SelectedField field : fields) wanted.add(field, rows.form());
        Dialect dialect = hydration.database().dialect();
        String text = new PageReader(hydration, rows, listing, wanted).describe(dialect);
        return known == null ? text + "\nas the variables say" : text;
    }
}
