package dev.perigee.grpc.idl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import dev.perigee.grpc.testing.idl.LibraryGrpc;
import dev.perigee.grpc.testing.idl.LibraryProto;
import dev.perigee.grpc.testing.idl.ShelfProto;
import io.grpc.BindableService;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionService;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReflectionTest {
    private static final FileDescriptorProto LIBRARY =
            LibraryProto.getDescriptor().toProto();
    private static final FileDescriptorProto SHELF = ShelfProto.getDescriptor().toProto();
    private static final IdlLimits LIMITS = new IdlLimits(500, 1 << 20, Duration.ofSeconds(20));

    private final List<Server> servers = new ArrayList<>();
    private final List<ManagedChannel> channels = new ArrayList<>();

    @AfterEach
    void stop() {
        channels.forEach(ManagedChannel::shutdownNow);
        servers.forEach(Server::shutdownNow);
    }

    @Test
    void reads_the_services_of_a_server() throws Exception {
        checkLibrary(serve(new Library(), ProtoReflectionServiceV1.newInstance()));
    }

    @Test
    @SuppressWarnings("deprecation") // it is what many servers have
    void asks_an_older_server_by_v1alpha() throws Exception {
        checkLibrary(serve(new Library(), ProtoReflectionService.newInstance()));
    }

    private static void checkLibrary(ManagedChannel channel) throws IdlException {
        Idl idl = Reflection.of(channel).read();

        assertThat(idl.services())
                .extracting(service -> service.getFullName())
                .containsExactly("perigee.testing.idl.Library");
        assertThat(idl.files())
                .extracting(file -> file.getFullName())
                .containsExactly(
                        "google/api/field_behavior.proto",
                        "google/protobuf/descriptor.proto",
                        "google/protobuf/timestamp.proto",
                        "idl/library.proto",
                        "idl/shelf.proto");
    }

    @Test
    void reads_services_of_several_files() throws Exception {
        ManagedChannel channel = serve(
                new Library(), new HealthStatusManager().getHealthService(), ProtoReflectionServiceV1.newInstance());

        assertThat(Reflection.of(channel).read().services())
                .extracting(service -> service.getFullName())
                .containsExactly("grpc.health.v1.Health", "perigee.testing.idl.Library");
    }

    @Test
    void servers_may_hold_different_versions_of_a_file() throws Exception {
        FileDescriptorProto other = LIBRARY.toBuilder()
                .clearService()
                .addService(LIBRARY.getService(0).toBuilder().setName("Archive"))
                .build();
        Reflection one = Reflection.of(serve(new FakeReflection("perigee.testing.idl.Library", LIBRARY, SHELF)));
        Reflection two = Reflection.of(serve(new FakeReflection("perigee.testing.idl.Archive", other, SHELF)));

        assertThat(one.read().service("perigee.testing.idl.Library")).isNotNull();
        assertThat(two.read().service("perigee.testing.idl.Archive")).isNotNull();
        assertThat(one.fingerprint()).isEqualTo(one.fingerprint()).isNotEqualTo(two.fingerprint());
    }

    @Test
    void needs_no_file_of_which_only_options_were_used() throws Exception {
        FileDescriptorProto file = SHELF.toBuilder()
                .addDependency("gone/options.proto")
                .addService(LIBRARY.getService(0).toBuilder().clearMethod())
                .build();

        Idl idl = Reflection.of(serve(new FakeReflection("perigee.testing.idl.Library", file)))
                .read();

        assertThat(idl.message("perigee.testing.idl.Shelf")).isNotNull();
    }

    @Test
    void takes_a_file_for_the_import_that_it_is_handed_out_for() throws Exception {
        FakeReflection slipped = new FakeReflection("perigee.testing.idl.Library", LIBRARY, SHELF);
        slipped.renames = true;

        assertThat(Reflection.of(serve(slipped)).read().message("perigee.testing.idl.Shelf"))
                .isNotNull();
    }

    @Test
    void names_a_file_that_is_needed_and_not_handed_out() throws Exception {
        assertThat(problem(serve(new FakeReflection("perigee.testing.idl.Library", LIBRARY))))
                .isEqualTo("idl/library.proto: perigee.testing.idl.Book.shelf: \".perigee.testing.idl.Shelf\" is not"
                        + " defined. It imports idl/shelf.proto, which is missing. The server does not hand it"
                        + " out: name proto files or a descriptor set instead.");
    }

    @Test
    void names_a_service_that_is_listed_and_not_described() throws Exception {
        assertThat(problem(serve(new FakeReflection("perigee.testing.idl.Ghost", LIBRARY, SHELF))))
                .isEqualTo(
                        "Server reflection lists perigee.testing.idl.Ghost, and does not describe it (it is in none of"
                                + " the files handed out).");
    }

    @Test
    void refuses_files_that_import_each_other() throws Exception {
        FileDescriptorProto circle =
                SHELF.toBuilder().addDependency("idl/library.proto").build();

        assertThat(problem(serve(new FakeReflection("perigee.testing.idl.Library", LIBRARY, circle))))
                .isEqualTo("Files import each other: idl/library.proto -> idl/shelf.proto -> idl/library.proto.");
    }

    @Test
    void refuses_files_without_end() throws Exception {
        FakeReflection endless = new FakeReflection("perigee.testing.idl.Library", LIBRARY, SHELF);
        endless.inventsFiles = true;

        assertThat(problem(serve(endless))).isEqualTo("Server reflection: more than 500 proto files.");
    }

    @Test
    void refuses_two_versions_of_a_file_on_one_server() throws Exception {
        FakeReflection torn = new FakeReflection("perigee.testing.idl.Library", LIBRARY, SHELF);
        torn.secondVersion = LIBRARY.toBuilder().setPackage("other").build();

        assertThat(problem(serve(torn)))
                .isEqualTo("Server reflection hands out two versions of idl/library.proto. If several servers share the"
                        + " address, they run different releases: try again when they run the same.");
    }

    @Test
    void refuses_malformed_descriptors() throws Exception {
        FakeReflection broken = new FakeReflection("perigee.testing.idl.Library", LIBRARY, SHELF);
        broken.isMalformed = true;

        assertThat(problem(serve(broken))).startsWith("Server reflection hands out a malformed descriptor: ");
    }

    @Test
    void says_what_to_do_without_reflection() throws Exception {
        ManagedChannel channel = serve(new Library());

        assertThat(problem(channel))
                .isEqualTo(
                        channel.authority() + " has no server reflection. Switch it on there, or name proto files or a"
                                + " descriptor set instead.");
    }

    @Test
    void says_that_there_is_no_server() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(problem(channel("127.0.0.1:" + port)))
                .startsWith("127.0.0.1:" + port + " can't be reached (UNAVAILABLE");
    }

    @Test
    void does_not_wait_forever_for_a_server_that_is_silent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            IdlLimits limits = new IdlLimits(10, 1_000, Duration.ofMillis(300));
            String address = "127.0.0.1:" + silent.getLocalPort();

            assertThatExceptionOfType(IdlException.class)
                    .isThrownBy(() -> Reflection.of(channel(address), limits).read())
                    .withMessageStartingWith(
                            address + " did not answer all of server reflection within 300 ms (DEADLINE");
        }
    }

    @Test
    void says_that_the_server_ended_early() throws Exception {
        FakeReflection early = new FakeReflection("perigee.testing.idl.Library", LIBRARY, SHELF);
        early.endsEarly = true;

        assertThat(problem(serve(early)))
                .endsWith("server reflection failed (UNKNOWN: the server ended the call too early).");
    }

    private static String problem(ManagedChannel channel) {
        try {
            Reflection.of(channel, LIMITS).read();
        } catch (IdlException e) {
            return e.getMessage();
        }
        throw new AssertionError("is read");
    }

    private ManagedChannel serve(BindableService... services) throws IOException {
        var builder = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create());
        for (BindableService service : services) builder.addService(service);
        Server server = builder.build().start();
        servers.add(server);
        return channel("127.0.0.1:" + server.getPort());
    }

    private ManagedChannel channel(String address) {
        ManagedChannel channel = Grpc.newChannelBuilder(address, InsecureChannelCredentials.create())
                .build();
        channels.add(channel);
        return channel;
    }

    private static final class Library extends LibraryGrpc.LibraryImplBase {}
}
