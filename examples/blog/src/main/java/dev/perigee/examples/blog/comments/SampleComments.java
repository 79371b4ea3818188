package dev.perigee.examples.blog.comments;

import static java.util.Comparator.comparing;

import dev.perigee.examples.blog.sample.Prose;
import dev.perigee.examples.blog.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The comments that the service starts with. */
final class SampleComments {
    private static final int SECONDS_OF_A_WEEK = 7 * 24 * 60 * 60;

    private final Prose prose = new Prose(3);

    private SampleComments() {}

    /** In the order of their ids, from 1, which is the order of their times. */
    static List<Comment> all() {
        var samples = new SampleComments();
        var unnumbered = Stream.generate(samples::comment).limit(Sample.COMMENTS);
        List<Comment> all = new ArrayList<>();
        for (Comment c : unnumbered.sorted(comparing(Comment::createdAt)).toList()) {
            all.add(new Comment(all.size() + 1, c.postId(), c.authorId(), c.text(), c.createdAt()));
        }
        return all;
    }

    private Comment comment() {
        int post = prose.number(1, 4) == 1 ? popularPost() : prose.number(1, Sample.POSTS);
        long time = Sample.postedAt(post) + prose.number(60, SECONDS_OF_A_WEEK);
        return new Comment(0, post, prose.number(1, Sample.USERS), prose.comment(), time);
    }

    private int popularPost() {
        return prose.number(1, Sample.POSTS / 40) * 40;
    }
}
