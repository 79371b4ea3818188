package dev.perigee.examples.blog.posts;

import dev.perigee.examples.blog.sample.Prose;
import dev.perigee.examples.blog.sample.Sample;
import java.util.List;
import java.util.stream.LongStream;

/** The posts that the database starts with. */
final class SamplePosts {
    private final Prose prose = new Prose(2);

    private SamplePosts() {}

    /** In the order of their ids, from 1. */
    static List<Post> all() {
        var samples = new SamplePosts();
        return LongStream.rangeClosed(1, Sample.POSTS).mapToObj(samples::post).toList();
    }

    private Post post(long id) {
        String topic = prose.topic();
        int author = prose.number(1, Sample.USERS);
        return new Post(id, author, prose.title(topic), prose.text(topic), Sample.postedAt(id));
    }
}
