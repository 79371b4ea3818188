package dev.perigee.language;

import java.util.List;

/**
 * A whole document: executable definitions, type system definitions and extensions, in their order.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Document">Document</a>
 */
public record Document(List<Definition> definitions, Location location) implements Node {
    public Document {
        definitions = ExactList.copyOf(definitions);
    }
}
