package dev.perigee.examples.blog.users;

import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import dev.perigee.examples.blog.users.v1.User;
import java.util.Map;
import java.util.Set;

/** Users by id, one gRPC call a batch. An id without a user is left out of the map, and reads as null. */
public final class UserById implements Loader<Long, User> {
    private final UserClient users;

    public UserById(UserClient users) {
        this.users = users;
    }

    @Override
    public Map<Long, User> load(Set<Long> ids, Context context) {
        return users.byId(ids, context);
    }

    @Override
    public String source() {
        return "grpc";
    }
}
