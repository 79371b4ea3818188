package dev.perigee.examples.blog.users;

import dev.perigee.data.Fields;
import dev.perigee.data.Resolver;
import dev.perigee.examples.blog.users.v1.User;
import org.jspecify.annotations.Nullable;

/** What a User has beyond the getters of the protobuf message. Nothing here runs for a field that nobody asks for. */
class UserResolver implements Resolver<User> {
    @Override
    public void map(Fields<User> user) {
        user.field("fullName", this::fullName).field("bio", this::bio);
    }

    String fullName(User user) {
        return user.getFirstName() + " " + user.getLastName();
    }

    /** Protobuf reads a text that is not there as empty; the graph says null. */
    @Nullable String bio(User user) {
        return user.hasBio() ? user.getBio() : null;
    }
}
