package dev.perigee.graphql;

import dev.perigee.client.GraphqlError;
import dev.perigee.data.ClientException;
import dev.perigee.data.ErrorsBelowException;
import dev.perigee.data.ErrorsBelowException.Below;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The execution errors of a reply by their paths, and the data with each error in the place of the null that it has left
 * there. What holds no error is not copied. For one thread.
 */
final class ErrorTree {
    /** Deeper than any data is: a path beyond is cut. */
    private static final int MOST_STEPS = 500;

    private final Map<Object, ErrorTree> children = new LinkedHashMap<>();
    private final List<ClientException> errors = new ArrayList<>();

    static ErrorTree of(List<GraphqlError> errors) {
        ErrorTree root = new ErrorTree();
        for (GraphqlError error : errors) root.add(error);
        return root;
    }

    private void add(GraphqlError error) {
        ErrorTree node = this;
        List<Object> path = error.path() == null ? List.of() : error.path();
        for (Object step : path.subList(0, Math.min(path.size(), MOST_STEPS))) {
            node = node.children.computeIfAbsent(step, none -> new ErrorTree());
        }
        node.errors.add(UpstreamErrors.ofExecution(error));
    }

    /** A value of the root, with its errors in it; the one that has taken all data if there are none. */
    @Nullable Object value(@Nullable Map<String, @Nullable Object> data, String key) {
        ErrorTree below = children.get(key);
        if (data != null) return below == null ? data.get(key) : below.in(data.get(key));
        if (below != null) return below.failure();
        boolean isTold = !Piece.isJoin(key) && children.keySet().stream().anyMatch(ErrorTree::isOfRoot);
        return isTold ? new ErrorsBelowException(List.of()) : first();
    }

    /** Whether an error stands at a root field of the graph, whose null takes all data there, too. */
    private static boolean isOfRoot(Object step) {
        return step instanceof String key && !Piece.isJoin(key);
    }

    private @Nullable Object in(@Nullable Object value) {
        return switch (value) {
            case null -> failure();
            case Map<?, ?> object -> {
                Map<Object, @Nullable Object> copy = new HashMap<>(object);
                children.forEach((name, below) -> {
                    if (object.containsKey(name)) copy.put(name, below.in(object.get(name)));
                });
                yield copy;
            }
            case List<?> items -> {
                List<@Nullable Object> copy = new ArrayList<>(items);
                children.forEach((index, below) -> {
                    if (index instanceof Integer i && i >= 0 && i < copy.size()) copy.set(i, below.in(copy.get(i)));
                });
                yield copy;
            }
            default -> value;
        };
    }

    /** All that is here and below, as what stands in the place of one null. */
    private RuntimeException failure() {
        List<Below> all = new ArrayList<>();
        collect(new ArrayList<>(), all);
        boolean isHere = all.size() == 1 && all.getFirst().path().isEmpty();
        return isHere ? all.getFirst().cause() : new ErrorsBelowException(all);
    }

    private void collect(List<Object> path, List<Below> all) {
        for (ClientException error : errors) all.add(new Below(path, error));
        children.forEach((step, below) -> {
            int above = path.size();
            if (!(step instanceof String name)) path.add(step);
            else if (!ResponseKeys.isNeed(name)) path.add(ResponseKeys.responseName(name));
            below.collect(path, all);
            if (path.size() > above) path.removeLast();
        });
    }

    private ClientException first() {
        if (!errors.isEmpty()) return errors.getFirst();
        for (ErrorTree below : children.values()) return below.first();
        return UpstreamErrors.malformed();
    }
}
