package dev.perigee.examples.blog.users;

import dev.perigee.examples.blog.sample.Prose;
import dev.perigee.examples.blog.sample.Sample;
import dev.perigee.examples.blog.users.v1.User;
import java.util.List;
import java.util.stream.LongStream;

/** The users that the service starts with. */
final class SampleUsers {
    private static final int SECONDS_OF_A_YEAR = 365 * 24 * 60 * 60;

    private final Prose prose = new Prose(1);

    private SampleUsers() {}

    static List<User> all() {
        var samples = new SampleUsers();
        return LongStream.rangeClosed(1, Sample.USERS)
                .mapToObj(samples::user)
                .filter(user -> !Sample.hasLeft(user.getId()))
                .toList();
    }

    private User user(long id) {
        var user = User.newBuilder()
                .setId(id)
                .setFirstName(prose.firstName())
                .setLastName(prose.lastName())
                .setJoinedAt(Sample.START - prose.number(1, SECONDS_OF_A_YEAR));
        if (prose.number(1, 3) > 1) user.setBio(prose.bio());
        return user.build();
    }
}
