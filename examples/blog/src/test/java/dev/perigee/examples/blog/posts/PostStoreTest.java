package dev.perigee.examples.blog.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.perigee.sql.Records;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Posts as Java code has them, without a graph. */
class PostStoreTest {
    private final PostDatabase database = new PostDatabase(PostDatabase.inMemory());
    private PostStore posts;

    @BeforeEach
    void start() throws Exception {
        posts = database.start();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void whatIsAddedIsThere() throws Exception {
        Post added = posts.add(new NewPost(7, "Title", "Text"), 1_800_000_000);
        assertThat(added).isEqualTo(new Post(2001, 7, "Title", "Text", 1_800_000_000));
        assertThat(records().byKey(List.of(2001L, 2002L))).containsOnly(entry(2001L, added));
    }

    @Test
    void theSamplesAreThoseOfTheTable() throws Exception {
        assertThat(records().first(3)).isEqualTo(SamplePosts.all().subList(0, 3));
    }

    private Records<Post> records() throws Exception {
        return posts.graph().build().records(Post.class);
    }
}
