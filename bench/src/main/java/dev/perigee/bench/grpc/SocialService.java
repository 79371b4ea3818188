package dev.perigee.bench.grpc;

import dev.perigee.bench.grpc.social.BatchGetUsersReply;
import dev.perigee.bench.grpc.social.BatchGetUsersRequest;
import dev.perigee.bench.grpc.social.ListUsersReply;
import dev.perigee.bench.grpc.social.ListUsersRequest;
import dev.perigee.bench.grpc.social.SocialGrpc;
import dev.perigee.bench.grpc.social.User;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.atomic.AtomicLong;

/** A thousand users, each with five others as friends. Counts its calls. */
final class SocialService extends SocialGrpc.SocialImplBase {
    static final int USERS = 1_000;

    final AtomicLong calls = new AtomicLong();
    private final User[] users = new User[USERS];

    SocialService() {
        for (int id = 0; id < USERS; id++) {
            User.Builder user = User.newBuilder().setId(id).setName("User " + id);
            for (int friend = 1; friend <= 5; friend++) user.addFriendIds((id + friend * 131) % USERS);
            users[id] = user.build();
        }
    }

    @Override
    public void listUsers(ListUsersRequest request, StreamObserver<ListUsersReply> reply) {
        calls.incrementAndGet();
        ListUsersReply.Builder all = ListUsersReply.newBuilder();
        for (int id = 0; id < request.getCount(); id++) all.addUsers(users[id]);
        reply.onNext(all.build());
        reply.onCompleted();
    }

    @Override
    public void batchGetUsers(BatchGetUsersRequest request, StreamObserver<BatchGetUsersReply> reply) {
        calls.incrementAndGet();
        BatchGetUsersReply.Builder found = BatchGetUsersReply.newBuilder();
        for (long id : request.getIdsList()) found.addUsers(users[(int) id]);
        reply.onNext(found.build());
        reply.onCompleted();
    }
}
