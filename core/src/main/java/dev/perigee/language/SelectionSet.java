package dev.perigee.language;

import java.util.List;

/**
 * What is selected of an object.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Selection-Sets">Selection Sets</a>
 */
public record SelectionSet(List<Selection> selections, Location location) implements Node {
    public SelectionSet {
        selections = ExactList.copyOf(selections);
    }
}
