package dev.perigee.examples.blog.users;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.perigee.examples.blog.users.v1.BatchGetUsersRequest;
import dev.perigee.examples.blog.users.v1.BatchGetUsersResponse;
import dev.perigee.examples.blog.users.v1.GetUserRequest;
import dev.perigee.examples.blog.users.v1.User;
import dev.perigee.examples.blog.users.v1.UserServiceGrpc.UserServiceImplBase;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;

/** The user service of {@code users.proto}, over users in memory. */
final class UserService extends UserServiceImplBase {
    private final Map<Long, User> users;

    UserService(List<User> users) {
        this.users = users.stream().collect(toMap(User::getId, identity()));
    }

    @Override
    public void getUser(GetUserRequest request, StreamObserver<User> caller) {
        User user = users.get(request.getId());
        if (user == null) {
            String missing = "There is no user " + request.getId() + ".";
            caller.onError(Status.NOT_FOUND.withDescription(missing).asRuntimeException());
            return;
        }
        caller.onNext(user);
        caller.onCompleted();
    }

    @Override
    public void batchGetUsers(BatchGetUsersRequest request, StreamObserver<BatchGetUsersResponse> caller) {
        var response = BatchGetUsersResponse.newBuilder();
        for (long id : request.getIdsList()) if (users.containsKey(id)) response.addUsers(users.get(id));
        caller.onNext(response.build());
        caller.onCompleted();
    }
}
