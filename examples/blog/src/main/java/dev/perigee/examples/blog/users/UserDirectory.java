package dev.perigee.examples.blog.users;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.perigee.data.Context;
import dev.perigee.examples.blog.users.v1.BatchGetUsersRequest;
import dev.perigee.examples.blog.users.v1.BatchGetUsersResponse;
import dev.perigee.examples.blog.users.v1.UserServiceGrpc;
import dev.perigee.grpc.channel.Call;
import dev.perigee.grpc.channel.Method;
import dev.perigee.grpc.channel.Upstream;
import io.grpc.MethodDescriptor.MethodType;

/** Asks the user service for Java code: with the deadline of its request, and no longer than somebody waits for the answer. */
public final class UserDirectory {
    private static final Method BATCH_GET_USERS =
            Method.named(UserServiceGrpc.getBatchGetUsersMethod().getFullMethodName(), MethodType.UNARY, true);

    private final Upstream service;

    UserDirectory(Upstream service) {
        this.service = service;
    }

    /** Whether there is a user, and they have not left. */
    public boolean has(long id, Context context) throws InterruptedException, InvalidProtocolBufferException {
        var request = BatchGetUsersRequest.newBuilder().addIds(id).build();
        var reply = service.call(Call.of(BATCH_GET_USERS, request.toByteArray(), context));
        return BatchGetUsersResponse.parseFrom(reply.message()).getUsersCount() > 0;
    }
}
