package dev.perigee.examples.blog.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.SourcedSchema;
import dev.perigee.data.Wiring;
import dev.perigee.examples.blog.users.v1.User;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.grpc.GrpcServer;
import dev.perigee.grpc.GrpcSource;
import dev.perigee.language.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A full name is put together for those who ask for it, and for nobody else. */
class LazyFullNameTest {
    private final AtomicInteger computed = new AtomicInteger();
    private Engine engine;

    @BeforeEach
    void build() throws Exception {
        var users = Source.of("users.graphqls", Files.readString(Path.of("schema/users.graphqls")));
        var query = Source.of("query.graphqls", "type Query extend type Query { users: [User!]! }");
        var counting = new UserResolver() {
            @Override
            String fullName(User user) {
                computed.incrementAndGet();
                return super.fullName(user);
            }
        };
        var source = GrpcSource.builder()
                .server(GrpcServer.inProcess("users", List.of(new UserService(List.of()))))
                .options(UserGraph.OPTIONS)
                .messages(User.getDefaultInstance())
                .build();
        var wiring = Wiring.builder()
                .source(source)
                .query("users", (arguments, context) -> List.of(user("Ada", "Lovelace"), user("Alan", "Turing")))
                .type("User", User.class, counting)
                .build();
        var schema =
                SourcedSchema.reader(List.of(source), List.of(users, query)).read();
        engine = Engine.builder(schema).wiring(wiring).build();
    }

    @Test
    void notComputedWhereNobodyAsks() {
        assertThat(run("{ users { firstName lastName bio } }"))
                .isEqualTo("{\"data\":{\"users\":[{\"firstName\":\"Ada\",\"lastName\":\"Lovelace\",\"bio\":null},"
                        + "{\"firstName\":\"Alan\",\"lastName\":\"Turing\",\"bio\":null}]}}");
        assertThat(computed).hasValue(0);
    }

    @Test
    void notComputedWhereItIsSkipped() {
        assertThat(run("{ users { lastName fullName @skip(if: true) } }"))
                .isEqualTo("{\"data\":{\"users\":[{\"lastName\":\"Lovelace\"},{\"lastName\":\"Turing\"}]}}");
        assertThat(computed).hasValue(0);
    }

    @Test
    void computedOnceForEachUserWhereSomebodyAsks() {
        assertThat(run("{ users { fullName } }"))
                .isEqualTo("{\"data\":{\"users\":[{\"fullName\":\"Ada Lovelace\"},{\"fullName\":\"Alan Turing\"}]}}");
        assertThat(computed).hasValue(2);
    }

    private String run(String document) {
        return engine.execute(Request.of(document)).toString();
    }

    private static User user(String firstName, String lastName) {
        return User.newBuilder().setFirstName(firstName).setLastName(lastName).build();
    }
}
