package dev.perigee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.cli.serve.ProtoServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands other than serve do with the IDL of gRPC services. */
class GrpcCommandTest {
    private static final String PROTO = """
        syntax = "proto3";
        package acme;
        service Users {
          rpc GetUser(GetUserRequest) returns (User) { option idempotency_level = NO_SIDE_EFFECTS; }
        }
        message GetUserRequest { string name = 1; }
        message User { string name = 1; int32 age = 2; }
        """;
    private static final String SDL = """
        type Query {
          getUser(name: String): User
        }

        type User {
          name: String!
          age: Int!
        }
        """;

    @TempDir
    private Path folder;

    private String proto;

    @BeforeEach
    void writeProto() throws IOException {
        proto = write("users.proto", PROTO);
    }

    @Test
    void prints_the_schema_of_proto_files() {
        assertThat(CommandRun.of("schema", "print", "--proto", proto)).isEqualTo(new CommandRun(0, SDL, ""));
        assertThat(CommandRun.of("schema", "print", proto)).isEqualTo(new CommandRun(0, SDL, ""));
    }

    @Test
    void prints_the_schema_of_a_server() throws Exception {
        try (ProtoServer server = new ProtoServer(PROTO)) {
            assertThat(CommandRun.of("schema", "print", "--grpc", server.address()))
                    .isEqualTo(new CommandRun(0, SDL, ""));
            assertThat(CommandRun.of("schema", "print", "grpc://" + server.address())
                            .out())
                    .isEqualTo(SDL);
        }
    }

    @Test
    void prints_it_with_files_on_top() throws Exception {
        String more = write("more.graphqls", "extend type User { friends: [User!] }");

        CommandRun run = CommandRun.of("schema", "print", "--proto", proto, "--", more);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("  age: Int!\n  friends: [User!]\n}");
        assertThat(CommandRun.of("schema", "print", proto, more)).isEqualTo(run);
    }

    @Test
    void says_what_is_wrong_with_an_idl() throws Exception {
        String wrong = write("wrong.proto", "syntax = 'proto3';\nmessage A { B b = 1; }\n");
        String set = write("users.binpb", "this is no descriptor set");

        assertThat(CommandRun.of("schema", "print", "--proto", wrong))
                .isEqualTo(new CommandRun(1, "", wrong + ":2:13: \"B\" is not defined.\n"));
        assertThat(CommandRun.of("schema", "check", wrong))
                .isEqualTo(new CommandRun(1, wrong + ":2:13: \"B\" is not defined.\n", ""));
        CommandRun run = CommandRun.of("schema", "print", "--descriptors", set);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith(set + ": not a descriptor set: ");
        assertThat(CommandRun.of("schema", "check", proto)).isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void says_that_there_is_no_server() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        CommandRun run = CommandRun.of("schema", "print", "--grpc", "127.0.0.1:" + port);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("can't be reached (UNAVAILABLE");
    }

    @Test
    void says_what_a_change_of_the_idl_means_for_clients() throws Exception {
        String after = write("after.proto", PROTO.replace("int32 age = 2;", "string email = 3;"));

        assertThat(CommandRun.of("schema", "diff", proto, after)).isEqualTo(new CommandRun(1, """
            breaking  User.age: Field "User.age" was removed.
            safe      User.email: Field "User.email" was added.
            1 breaking, 0 dangerous, 1 safe
            """, ""));
        assertThat(CommandRun.of("schema", "diff", proto, proto)).isEqualTo(new CommandRun(0, "No changes.\n", ""));
        String sdl = write("schema.graphqls", SDL);
        assertThat(CommandRun.of("schema", "diff", proto, sdl).out()).isEqualTo("No changes.\n");
        try (ProtoServer server = new ProtoServer(PROTO)) {
            assertThat(CommandRun.of("schema", "diff", sdl, "grpc://" + server.address())
                            .out())
                    .isEqualTo("No changes.\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema print --proto a.proto --descriptors a.pb | Either --proto or --descriptors, not both.",
                "schema print --proto-path a                     | --proto-path goes with --proto.",
                "schema print --tls                              | --tls need --grpc.",
                "serve --proto a.proto                           | --proto and --descriptors need --grpc.",
                "serve --rpc                                     | --rpc need --grpc.",
                "serve --grpc a:1 --grpc b:1 --proto a.proto     | --proto and --descriptors go with one --grpc: say in"
                        + " perigee.yaml what is whose.",
            })
    void says_which_options_go_together(String line, String problem) {
        CommandRun run = CommandRun.of(line.split(" +"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(problem);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
