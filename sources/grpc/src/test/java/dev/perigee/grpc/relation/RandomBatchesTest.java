package dev.perigee.grpc.relation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.perigee.grpc.testing.relation.BatchGetUsersRequest;
import dev.perigee.grpc.testing.relation.BatchGetUsersResponse;
import dev.perigee.grpc.testing.relation.Order;
import dev.perigee.grpc.testing.relation.OrdersByUsersRequest;
import dev.perigee.grpc.testing.relation.OrdersByUsersResponse;
import dev.perigee.grpc.testing.relation.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches against what each parent would be given by itself. */
class RandomBatchesTest {
    private static final String BATCH =
            "@grpc(method: \"people.v1.Users/BatchGetUsers\", with: {tenant: \"parent.tenant\"}, batch: {keys:"
                    + " \"ids\", from: \"parent.%s\", result: \"users\", key: \"id\", max: %d})";

    /** Who is known, by tenant and id. */
    private static Map<String, User> known(Random random) {
        Map<String, User> known = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
            String tenant = "t" + random.nextInt(3);
            String id = "u" + random.nextInt(8);
            known.put(
                    tenant + id,
                    User.newBuilder()
                            .setId(id)
                            .setTenant(tenant)
                            .setName(tenant + id)
                            .build());
        }
        return known;
    }

    private static User[] parents(Random random) {
        User[] parents = new User[random.nextInt(30)];
        for (int i = 0; i < parents.length; i++) {
            User.Builder parent =
                    User.newBuilder().setId("u" + random.nextInt(10)).setTenant("t" + random.nextInt(4));
            if (random.nextInt(4) > 0) parent.setManagerId("u" + random.nextInt(10));
            int friends = random.nextInt(5);
            for (int j = 0; j < friends; j++) parent.addFriendIds("u" + random.nextInt(10));
            parents[i] = parent.build();
        }
        return parents;
    }

    private static void serve(RelationCalls calls, Map<String, User> known, int max, Random random)
            throws InvalidProtocolBufferException {
        Set<String> asked = new HashSet<>();
        List<RelationCall> shuffled = new ArrayList<>(calls.calls());
        Collections.shuffle(shuffled, random);
        for (RelationCall call : shuffled) {
            BatchGetUsersRequest request = BatchGetUsersRequest.parseFrom(call.request());
            assertThat(request.getIdsCount()).isBetween(1, max).isEqualTo(call.keys());
            List<User> found = new ArrayList<>();
            for (String id : request.getIdsList()) {
                assertThat(asked.add(request.getTenant() + id)).as("asked once").isTrue();
                User user = known.get(request.getTenant() + id);
                if (user != null) found.add(user);
            }
            found.add(User.newBuilder().setId("stranger").build());
            Collections.shuffle(found, random);
            call.reply(BatchGetUsersResponse.newBuilder().addAllUsers(found).build());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void oneKeyOfAParent(long seed) throws InvalidProtocolBufferException {
        Random random = new Random(seed);
        int max = 1 + random.nextInt(6);
        Relation relation = People.relation("x: User " + BATCH.formatted("manager_id", max));
        Map<String, User> known = known(random);
        User[] one = parents(random);
        User[] two = parents(random);
        RelationCalls calls = RelationCalls.of(
                relation, People::read, List.of(People.ask((Object[]) one), People.ask((Object[]) two)));
        serve(calls, known, max, random);
        assertThat(calls.outcome(0).values()).containsExactly(expected(one, known));
        assertThat(calls.outcome(1).values()).containsExactly(expected(two, known));
    }

    private static Object[] expected(User[] parents, Map<String, User> known) {
        Object[] expected = new Object[parents.length];
        for (int i = 0; i < parents.length; i++) {
            if (parents[i].hasManagerId()) expected[i] = known.get(parents[i].getTenant() + parents[i].getManagerId());
        }
        return expected;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aListOfKeysOfAParent(long seed) throws InvalidProtocolBufferException {
        Random random = new Random(seed);
        int max = 1 + random.nextInt(6);
        Relation relation = People.relation("x: [User] " + BATCH.formatted("friend_ids", max));
        Map<String, User> known = known(random);
        User[] parents = parents(random);
        RelationCalls calls = RelationCalls.of(relation, People::read, List.of(People.ask((Object[]) parents)));
        serve(calls, known, max, random);
        Object[] expected = new Object[parents.length];
        for (int i = 0; i < parents.length; i++) {
            List<Object> friends = new ArrayList<>();
            for (String id : parents[i].getFriendIdsList()) friends.add(known.get(parents[i].getTenant() + id));
            expected[i] = friends;
        }
        assertThat(calls.outcome(0).values()).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void manyResultsOfAKey(long seed) throws InvalidProtocolBufferException {
        Random random = new Random(seed);
        int max = 1 + random.nextInt(6);
        Relation relation = People.relation(
                "x: [Order!] @grpc(method: \"people.v1.Orders/ListOrdersByUsers\", batch: {keys: \"user_ids\", from:"
                        + " \"parent.id\", result: \"orders\", key: \"user_id\", many: true, max: "
                        + max + "})");
        User[] parents = parents(random);
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 40; i++)
            orders.add(Order.newBuilder()
                    .setId("o" + i)
                    .setUserId("u" + random.nextInt(10))
                    .build());
        RelationCalls calls = RelationCalls.of(relation, People::read, List.of(People.ask((Object[]) parents)));
        for (RelationCall call : calls.calls()) {
            List<String> ids = OrdersByUsersRequest.parseFrom(call.request()).getUserIdsList();
            call.reply(OrdersByUsersResponse.newBuilder()
                    .addAllOrders(orders.stream()
                            .filter(order -> ids.contains(order.getUserId()))
                            .toList())
                    .build());
        }
        Object[] expected = new Object[parents.length];
        for (int i = 0; i < parents.length; i++) {
            String id = parents[i].getId();
            expected[i] = orders.stream()
                    .filter(order -> order.getUserId().equals(id))
                    .toList();
        }
        assertThat(calls.outcome(0).values()).containsExactly(expected);
    }
}
