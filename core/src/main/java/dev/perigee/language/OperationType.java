package dev.perigee.language;

/**
 * The three kinds of operation.
 *
 * @see <a href="https://spec.graphql.org/September2025/#OperationType">OperationType</a>
 */
public enum OperationType {
    QUERY("query"),
    MUTATION("mutation"),
    SUBSCRIPTION("subscription");

    private final String keyword;

    OperationType(String keyword) {
        this.keyword = keyword;
    }

    /** The word that stands for it in a document, such as {@code query}. */
    public String keyword() {
        return keyword;
    }
}
