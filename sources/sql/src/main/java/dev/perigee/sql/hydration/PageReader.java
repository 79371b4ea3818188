package dev.perigee.sql.hydration;

import dev.perigee.sql.database.Layout;
import dev.perigee.sql.database.Session;
import dev.perigee.sql.hydration.RowsField.OfParents;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Dialect;
import dev.perigee.sql.statement.Keys;
import dev.perigee.sql.statement.Order;
import dev.perigee.sql.statement.Page;
import dev.perigee.sql.statement.Statement.Aggregate;
import dev.perigee.sql.statement.Statement.Figure;
import dev.perigee.sql.statement.Statement.Select;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the pages, and the figures, that one batch wants for its keys. For one request, and one thread. */
final class PageReader {
    private final Hydration hydration;
    private final RowsField rows;
    private final @Nullable Relation relation;
    private final Listing listing;
    private final Wanted wanted;
    private final List<Column> columns;
    private final List<Column> edgeColumns;
    private final List<Figure> figures;
    private final Page page;
    private final Map<Object, Hits> found = new HashMap<>();
    private final Map<Object, Figures> figured = new HashMap<>();

    PageReader(Hydration hydration, RowsField rows, Listing listing, Wanted wanted) {
        this.hydration = hydration;
        this.rows = rows;
        this.relation = rows instanceof OfParents of ? of.relation() : null;
        this.listing = listing;
        this.wanted = wanted;
        if (wanted.cursors) addCursorColumns();
        this.columns = wanted.columnList();
        this.edgeColumns = List.copyOf(wanted.edgeColumns);
        this.figures = List.copyOf(wanted.figures);
        this.page = listing.page(wanted.isMoreWanted ? 1 : 0);
    }

    private void addCursorColumns() {
        List<Order> order = listing.order();
        int ofRows = order.size() - listing.edgeOrder();
        for (Order one : order.subList(0, ofRows))
            wanted.columns.set(one.column().ordinal());
        for (Order one : order.subList(ofRows, order.size())) wanted.edgeColumns.add(one.column());
    }

    /** @param keys distinct. @return how many statements it took */
    int read(List<Object> keys, Reading reading) throws Exception {
        int most = rows instanceof OfParents ? reading.dialect().maxKeys() : keys.size();
        int calls = 0;
        for (int from = 0; from < keys.size(); from += most) {
            List<Object> part = keys.subList(from, Math.min(keys.size(), from + most));
            boolean readsRows = wanted.rows && page.limit() > 0;
            boolean readsFigures = !figures.isEmpty();
            if (readsRows && readsFigures) {
                Beside.each(() -> readRows(part, reading), () -> readFigures(part, reading));
            } else if (readsRows) {
                readRows(part, reading);
            } else if (readsFigures) {
                readFigures(part, reading);
            }
            calls += (readsRows ? 1 : 0) + (readsFigures ? 1 : 0);
        }
        return calls;
    }

    private ReadRows readRows(List<Object> keys, Reading reading) throws Exception {
        Table through = relation == null ? null : relation.through();
        Layout edge = through == null || edgeColumns.isEmpty() ? null : new Layout(through, edgeColumns);
        Layout layout = new Layout(rows.table(), columns);
        ReadRows reader = new ReadRows(reading.dialect(), keyColumns(), edge, layout);
        reading.query(select(keys), reader);
        found.putAll(reader.byKey());
        reading.remember(layout, reader.rows());
        return reader;
    }

    private FigureReader readFigures(List<Object> keys, Reading reading) throws Exception {
        Dialect dialect = reading.dialect();
        FigureReader reader = new FigureReader(dialect, keyColumns(), figures);
        reading.query(aggregate(keys), reader);
        figured.putAll(reader.byKey());
        return reader;
    }

    private Select select(List<Object> keys) {
        boolean isDistinct = relation != null && relation.isDistinct();
        return new Select(
                rows.table(),
                columns,
                edgeColumns,
                keysOf(keys),
                isDistinct,
                listing.where(),
                listing.order(),
                listing.edgeOrder(),
                page);
    }

    private Aggregate aggregate(List<Object> keys) {
        boolean isDistinct = relation != null && relation.isDistinct();
        return new Aggregate(rows.table(), figures, keysOf(keys), isDistinct, listing.where());
    }

    private @Nullable Keys keysOf(List<Object> keys) {
        if (!(rows instanceof OfParents of)) return null;
        List<List<Object>> values = new ArrayList<>(keys.size());
        for (Object key : keys) values.add(KeyColumns.values(key));
        return new Keys(of.keyTable(), of.keyColumns(), of.joins(), values);
    }

    private List<Column> keyColumns() {
        return rows instanceof OfParents of ? of.keyColumns() : List.of();
    }

    /** What a field has for a key. @throws dev.perigee.data.ClientException if it has more rows than a list may have */
    @Nullable Object value(@Nullable Object key) {
        Hits hits = key == null ? Hits.NONE : found.getOrDefault(key, Hits.NONE);
        return switch (rows.form()) {
            case ONE -> hits.size() == 0 ? null : hits.rows().getFirst();
            case LIST -> list(hits);
            case CONNECTION -> connection(hits, key);
        };
    }

    private Object list(Hits hits) {
        int most = hydration.database().limits().rowsPerParent();
        if (!page.isLimited() && hits.size() > most) throw Session.tooMany("rowsPerParent", most);
        return hits.rows();
    }

    private Connection connection(Hits hits, @Nullable Object key) {
        int size = listing.size();
        boolean isMore = hits.size() > size;
        boolean isLast = listing.isFromEnd();
        Hits shown = !isMore ? hits : isLast ? hits.part(hits.size() - size, hits.size()) : hits.part(0, size);
        boolean hasNext = isLast ? listing.isBefore() : isMore;
        boolean hasPrevious = isLast ? isMore : listing.isAfter();
        Figures known = key == null ? null : figured.get(key);
        if (known == null && !figures.isEmpty()) known = Figures.ofNothing(figures);
        return new Connection(shown, listing.cursors(), hasNext, hasPrevious, known);
    }

    /** The statements with two keys: one alone would be written otherwise. */
    String describe(Dialect dialect) {
        List<Object> keys = List.copyOf(Examples.keys(keyColumns()));
        List<String> texts = new ArrayList<>(2);
        if (wanted.rows && page.limit() > 0)
            texts.add(dialect.write(select(keys)).text());
        if (!figures.isEmpty()) texts.add(dialect.write(aggregate(keys)).text());
        return String.join("\n", texts);
    }
}
