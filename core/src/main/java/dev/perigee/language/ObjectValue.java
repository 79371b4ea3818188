package dev.perigee.language;

import java.util.List;

/**
 * An input object; its fields are in the order in which they are written.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Input-Object-Values">Input Object Values</a>
 */
public record ObjectValue(List<ObjectField> fields, Location location) implements Value {
    public ObjectValue {
        fields = ExactList.copyOf(fields);
    }
}
