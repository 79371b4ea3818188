package dev.perigee.language;

import java.util.List;

/**
 * A list of values.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-List-Value">List Value</a>
 */
public record ListValue(List<Value> values, Location location) implements Value {
    public ListValue {
        values = ExactList.copyOf(values);
    }
}
