package dev.perigee.sql.graph;

/**
 * The names that a relation gives to a graph, whether the graph has all of them or not. Immutable.
 *
 * @param connection what it leads to if it is to many: {@code CommentConnection}, the one of its target, or one of its
 *     own if its edges have columns of join rows: {@code PostTagsConnection}
 * @param edge {@code CommentEdge}, or {@code PostTagsEdge}
 * @param createInput a row of the target that is created with one of the owner: {@code CreatePostCommentsInput}
 */
public record RelationNames(String connection, String edge, String createInput) {}
