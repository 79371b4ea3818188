package dev.perigee.examples.blog.users;

import static java.util.stream.Collectors.toMap;

import dev.perigee.data.ClientException;
import dev.perigee.data.Context;
import dev.perigee.examples.blog.users.v1.BatchGetUsersRequest;
import dev.perigee.examples.blog.users.v1.BatchGetUsersResponse;
import dev.perigee.examples.blog.users.v1.User;
import dev.perigee.examples.blog.users.v1.UserServiceGrpc;
import dev.perigee.examples.blog.users.v1.UserServiceGrpc.UserServiceBlockingStub;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Calls the user service: with the deadline of the request, and no longer than somebody waits for the answer. */
public final class UserClient implements AutoCloseable {
    private final ManagedChannel channel;
    private final UserServiceBlockingStub stub;

    /** @param port where the service listens on this machine */
    public UserClient(int port) {
        this.channel =
                NettyChannelBuilder.forAddress("localhost", port).usePlaintext().build();
        this.stub = UserServiceGrpc.newBlockingStub(channel);
    }

    /** Users by id, in one call; an id without a user is left out. */
    public Map<Long, User> byId(Set<Long> ids, Context context) {
        var request = BatchGetUsersRequest.newBuilder().addAllIds(ids).build();
        BatchGetUsersResponse found = call(context, users -> users.batchGetUsers(request));
        return found.getUsersList().stream().collect(toMap(User::getId, user -> user));
    }

    private <T> T call(Context context, Function<UserServiceBlockingStub, T> method) {
        var call = io.grpc.Context.current().withCancellation();
        var caller = call.attach();
        try (var cancellation = context.onCancel(() -> call.cancel(null))) {
            return method.apply(stub.withDeadlineAfter(context.remaining()));
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.UNAVAILABLE) throw e;
            throw new ClientException("SERVICE_UNAVAILABLE", "The user service can't be reached.");
        } finally {
            call.detachAndCancel(caller, null);
        }
    }

    /** Where it calls. */
    @Override
    public String toString() {
        return "grpc://" + channel.authority();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
