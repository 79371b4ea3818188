package dev.perigee.sql.graph;

import dev.perigee.sql.model.Table.UniqueKey;
import java.util.Map;

/**
 * The names that a table gives to a graph, whether the graph has all of them or not. Immutable.
 *
 * @param type of its rows: {@code Post}
 * @param keyField of Query, by primary key: {@code post}
 * @param listField of Query: {@code posts}
 * @param finderFields of Query, by unique key: {@code findByUsername}, or {@code accountFindByUsername} if that is taken
 * @param createField of Mutation: {@code createPost}
 * @param updateField of Mutation: {@code updatePost}
 * @param deleteField of Mutation: {@code deletePost}
 */
public record TableNames(
        String type,
        String connection,
        String edge,
        String aggregate,
        String extremes,
        String sums,
        String averages,
        String filter,
        String listFilter,
        String order,
        String createInput,
        String updateInput,
        String keyField,
        String listField,
        Map<UniqueKey, String> finderFields,
        String createField,
        String updateField,
        String deleteField) {
    public TableNames {
        finderFields = Map.copyOf(finderFields);
    }

    /** @throws IllegalArgumentException if it is no key of the table */
    public String finder(UniqueKey key) {
        String name = finderFields.get(key);
        if (name == null) throw new IllegalArgumentException("No unique key of " + type + ": " + key.columns());
        return name;
    }
}
