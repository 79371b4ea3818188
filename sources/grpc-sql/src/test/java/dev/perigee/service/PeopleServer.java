package dev.perigee.service;

import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.grpc.pushdown.FieldTree;
import dev.perigee.service.PeopleTables.Person;
import dev.perigee.service.testing.GetPersonRequest;
import dev.perigee.service.testing.ListPeopleRequest;
import dev.perigee.service.testing.ListPeopleResponse;
import dev.perigee.service.testing.PeopleGrpc;
import dev.perigee.service.testing.PersonMessage;
import dev.perigee.sql.SqlSource;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.Set;

/** The service of people on a real server, and clients of it. */
final class PeopleServer implements AutoCloseable {
    static final MessageMapping MAPPING = MessageMapping.builder()
            .rename("PersonMessage.full_name", "name")
            .ignore("PersonMessage.etag", "TownMessage.people")
            .computed("PersonMessage.greeting", Person.class, person -> "Hello, " + person.name() + "!", "name")
            .build();

    private static final Metadata.Key<String> ROLES = Metadata.Key.of("x-roles", Metadata.ASCII_STRING_MARSHALLER);

    private final Server server;
    private final ManagedChannel channel;

    PeopleServer(SqlSource source) throws IOException {
        this.server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(new Service(source))
                .intercept(CallerInterceptor.of(PeopleServer::caller))
                .intercept(new StatusInterceptor())
                .build()
                .start();
        this.channel = NettyChannelBuilder.forAddress(
                        "localhost", server.getPort(), InsecureChannelCredentials.create())
                .build();
    }

    private static Caller caller(Metadata metadata) {
        String roles = metadata.get(ROLES);
        if ("broken".equals(roles)) throw new ClientException("UNAUTHENTICATED", "The token is broken.");
        return roles == null
                ? Caller.ANONYMOUS
                : new Caller("Anna", Set.of(roles.split(",")), Set.of(roles.split(",")));
    }

    /** @param roles which are scopes, too; none for a caller who is not known */
    PeopleGrpc.PeopleBlockingStub client(String... roles) {
        Metadata metadata = new Metadata();
        if (roles.length > 0) metadata.put(ROLES, String.join(",", roles));
        return PeopleGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    private static final class Service extends PeopleGrpc.PeopleImplBase {
        private final MessageHydration<Person, PersonMessage> people;

        Service(SqlSource source) {
            this.people =
                    MessageHydration.of(source.records(Person.class), PersonMessage.getDefaultInstance(), MAPPING);
        }

        @Override
        public void getPerson(GetPersonRequest request, StreamObserver<PersonMessage> reply) {
            if (request.getId() == -1) throw new IllegalStateException("secret detail");
            if (request.getId() == -2) {
                reply.onError(new ClientException("CONFLICT", "Somebody else was faster."));
                return;
            }
            reply.onNext(people.one(request.getId(), Selections.of(request), CallerInterceptor.caller()));
            reply.onCompleted();
        }

        @Override
        public void listPeople(ListPeopleRequest request, StreamObserver<ListPeopleResponse> reply) {
            FieldTree selected = Selections.of(request, "people");
            ListPeopleResponse.Builder found = ListPeopleResponse.newBuilder();
            if (selected != null) {
                found.addAllPeople(people.first(request.getPageSize(), selected, CallerInterceptor.caller()));
            }
            reply.onNext(found.build());
            reply.onCompleted();
        }
    }
}
