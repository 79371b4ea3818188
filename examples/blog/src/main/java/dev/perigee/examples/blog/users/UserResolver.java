package dev.perigee.examples.blog.users;

import dev.perigee.data.Fields;
import dev.perigee.data.Resolver;
import dev.perigee.examples.blog.users.v1.User;

/** What a User has beyond the fields of the message. Nothing here runs for a field that nobody asks for. */
class UserResolver implements Resolver<User> {
    @Override
    public void map(Fields<User> user) {
        user.field("fullName", this::fullName);
    }

    String fullName(User user) {
        return user.getFirstName() + " " + user.getLastName();
    }
}
