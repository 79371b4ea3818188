package dev.perigee.examples.blog.users;

import dev.perigee.data.GraphModule;
import dev.perigee.data.Wiring;
import dev.perigee.examples.blog.users.v1.User;

/** What stands behind {@code schema/users.graphqls}. The Java class behind a User is the protobuf message itself. */
public final class UserGraph implements GraphModule {
    private final UserById users;

    public UserGraph(UserById users) {
        this.users = users;
    }

    @Override
    public void wire(Wiring.Builder graph) {
        graph.loader(users)
                .queryLoad("user", UserById.class, arguments -> arguments.numericId("id"))
                .type("User", User.class, new UserResolver());
    }
}
