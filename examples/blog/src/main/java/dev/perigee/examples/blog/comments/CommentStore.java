package dev.perigee.examples.blog.comments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The comments of the service, in memory. Thread-safe. */
final class CommentStore {
    private final List<Comment> all = new ArrayList<>(); // the comment with id 1 first
    private final Map<Long, List<Comment>> byPost = new HashMap<>();
    private final Map<Long, List<Comment>> byAuthor = new HashMap<>();

    /** @param comments with the ids from 1, in their order */
    CommentStore(List<Comment> comments) {
        comments.forEach(this::put);
    }

    /** Those of the ids that there are. */
    synchronized List<Comment> byId(Collection<Long> ids) {
        return ids.stream()
                .filter(id -> id > 0 && id <= all.size())
                .map(id -> all.get((int) (id - 1)))
                .toList();
    }

    /** The newest comments on each post, newest first. */
    synchronized List<Comment> latestByPost(Collection<Long> posts, int last) {
        return latest(byPost, posts, last);
    }

    /** The newest comments of each author, newest first. */
    synchronized List<Comment> latestByAuthor(Collection<Long> authors, int last) {
        return latest(byAuthor, authors, last);
    }

    synchronized Comment add(NewComment comment, long createdAt) {
        var added = new Comment(all.size() + 1L, comment.postId(), comment.authorId(), comment.text(), createdAt);
        put(added);
        return added;
    }

    private void put(Comment comment) {
        all.add(comment);
        byPost.computeIfAbsent(comment.postId(), post -> new ArrayList<>()).add(comment);
        byAuthor.computeIfAbsent(comment.authorId(), author -> new ArrayList<>())
                .add(comment);
    }

    private static List<Comment> latest(Map<Long, List<Comment>> byOwner, Collection<Long> owners, int last) {
        return owners.stream()
                .map(owner -> byOwner.getOrDefault(owner, List.of()).reversed())
                .flatMap(newestFirst -> newestFirst.stream().limit(last))
                .toList();
    }
}
