package dev.perigee.graphql;

import dev.perigee.data.SelectedField;
import dev.perigee.language.OperationType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the fields of a batch ask a remote for, under one set of conditions, and the documents that this has made so far: one
 * for each combination of pieces and numbers of aliases. Immutable but for these; thread-safe.
 */
final class Pieces {
    private static final int MOST_DOCUMENTS = 64;

    private final RemoteFields source;
    private final OperationType operation;
    private final SelectionWriter selections;
    private final Set<String> rootKeys = new HashSet<>();
    private final Map<Alike, Piece> joins = new HashMap<>();
    private final Map<SelectedField, Piece> byField = new IdentityHashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<List<Integer>, String> documents = new ConcurrentHashMap<>();

    /** A piece in a document. @param count how many objects it asks for one by one */
    record Use(Piece piece, int count) {}

    /** Joins that ask alike ask together. */
    private record Alike(Join join, String arguments, String selection) {}

    private Pieces(RemoteFields source, OperationType operation, SelectionWriter.Below below) {
        this.source = source;
        this.operation = operation;
        this.selections = new SelectionWriter(source.remote(), source.needs(), below);
    }

    static Pieces of(
            RemoteFields source,
            OperationType operation,
            List<? extends SelectedField> fields,
            SelectionWriter.Below below) {
        Pieces pieces = new Pieces(source, operation, below);
        for (SelectedField field : fields) pieces.byField.put(field, pieces.piece(field));
        return pieces;
    }

    private Piece piece(SelectedField field) {
        return switch (source.delegated(field)) {
            case RootField root -> {
                String key = rootKey(field.responseName());
                yield add(new Piece.OfRoot(
                        pieces.size(), field, root, key, selections.rootField(field, root.remote(), key)));
            }
            case Join join -> {
                String key = join.batch() == null ? "" : join.batch().key();
                Selection selection = selections.objects(field, join.remote().namedType(), key);
                Alike alike = new Alike(join, field.argumentText(), selection.text());
                yield joins.computeIfAbsent(alike, none -> add(join(field, join, selection)));
            }
        };
    }

    /** The response name as far as no other piece has it. */
    private String rootKey(String responseName) {
        boolean isOurs = Piece.isJoin(responseName) || responseName.startsWith("__");
        String key = isOurs ? "root_" + responseName : responseName;
        while (!rootKeys.add(key)) key += "_";
        return key;
    }

    private Piece join(SelectedField field, Join join, Selection selection) {
        Join.Batch batch = join.batch();
        return batch == null
                ? new Piece.OfEach(pieces.size(), field, join, selection)
                : new Piece.OfBatch(pieces.size(), field, join, batch, selection);
    }

    private Piece add(Piece piece) {
        pieces.add(piece);
        return piece;
    }

    Piece of(SelectedField field) {
        Piece piece = byField.get(field);
        if (piece == null) throw new IllegalStateException(field + " is not included");
        return piece;
    }

    String document(List<Use> uses) {
        List<Integer> key = new ArrayList<>(2 * uses.size());
        for (Use use : uses) {
            key.add(use.piece().number());
            key.add(use.count());
        }
        String known = documents.get(key);
        if (known != null) return known;
        DocumentText document = new DocumentText(operation);
        for (Use use : uses) use.piece().write(document, use.count());
        String text = document.text();
        if (documents.size() < MOST_DOCUMENTS) documents.put(key, text);
        return text;
    }

    /** All that there is, once. */
    String describe() {
        return document(pieces.stream().map(piece -> new Use(piece, 1)).toList());
    }
}
