package dev.perigee.grpc.relation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Int32Value;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.StringValue;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.JsonFormat;
import dev.perigee.data.Arguments;
import dev.perigee.data.ClientException;
import dev.perigee.data.Headers;
import dev.perigee.grpc.testing.relation.Account;
import dev.perigee.grpc.testing.relation.BatchGetAccountsRequest;
import dev.perigee.grpc.testing.relation.BatchGetAccountsResponse;
import dev.perigee.grpc.testing.relation.BatchGetUsersRequest;
import dev.perigee.grpc.testing.relation.BatchGetUsersResponse;
import dev.perigee.grpc.testing.relation.Color;
import dev.perigee.grpc.testing.relation.CountOrdersResponse;
import dev.perigee.grpc.testing.relation.Filter;
import dev.perigee.grpc.testing.relation.GetUserRequest;
import dev.perigee.grpc.testing.relation.GroupOrdersResponse;
import dev.perigee.grpc.testing.relation.ListFriendsRequest;
import dev.perigee.grpc.testing.relation.ListFriendsResponse;
import dev.perigee.grpc.testing.relation.Membership;
import dev.perigee.grpc.testing.relation.Order;
import dev.perigee.grpc.testing.relation.OrdersByUsersResponse;
import dev.perigee.grpc.testing.relation.User;
import dev.perigee.grpc.testing.relation.UsersByIdResponse;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelationCallsTest {
    private static final String MANAGER =
            "manager: User @grpc(method: \"people.v1.Users/BatchGetUsers\", batch: {keys: \"ids\", from:"
                    + " \"parent.manager_id\", result: \"users\", key: \"id\"%s}%s)";

    private static Relation manager(String batch, String rest) {
        return People.relation(MANAGER.formatted(batch, rest));
    }

    private static User user(String id, String manager) {
        return User.newBuilder().setId(id).setManagerId(manager).build();
    }

    private static User named(String id, String name) {
        return User.newBuilder().setId(id).setName(name).build();
    }

    private static RelationCalls calls(Relation relation, Ask... asks) {
        return RelationCalls.of(relation, People::read, List.of(asks));
    }

    private static BatchGetUsersRequest users(RelationCall call) throws InvalidProtocolBufferException {
        return BatchGetUsersRequest.parseFrom(call.request());
    }

    private static ListFriendsRequest friends(RelationCall call) throws InvalidProtocolBufferException {
        return ListFriendsRequest.parseFrom(call.request());
    }

    private static BatchGetUsersResponse reply(User... users) {
        return BatchGetUsersResponse.newBuilder().addAllUsers(List.of(users)).build();
    }

    @Test
    void distinctKeysOfAllPlacesAreOneCall() throws Exception {
        RelationCalls calls = calls(
                manager("", ""),
                People.ask(user("1", "a"), user("2", "b"), null),
                People.ask(user("3", "a"), User.newBuilder().setId("4").build(), user("5", "")));
        RelationCall call = calls.calls().getFirst();
        assertThat(calls.calls()).hasSize(1);
        assertThat(call.keys()).isEqualTo(3);
        assertThat(call.method().getFullName()).isEqualTo("people.v1.Users.BatchGetUsers");
        assertThat(users(call))
                .isEqualTo(BatchGetUsersRequest.newBuilder()
                        .addAllIds(List.of("a", "b", "")) // given, with presence: so the empty text is a key
                        .build());
        User b = named("b", "B");
        User a = named("a", "A");
        call.reply(reply(b, named("z", "nobody asked"), a, named("a", "again")));
        assertThat(calls.outcome(0).values()).containsExactly(a, b, null);
        assertThat(calls.outcome(1).values()).containsExactly(a, null, null);
        assertThat(calls.outcome(0).failures()).isEmpty();
    }

    @Test
    void withoutKeysThereIsNoCall() {
        RelationCalls calls = calls(manager("", ""), People.ask(User.getDefaultInstance()), People.ask());
        assertThat(calls.calls()).isEmpty();
        assertThat(calls.outcome(0).values()).containsExactly((Object) null);
        assertThat(calls.outcome(1).values()).isEmpty();
    }

    @Test
    void moreKeysThanOneCallTakesAreChunks() throws Exception {
        RelationCalls calls = calls(
                manager(", max: 2", ""),
                People.ask(user("1", "a"), user("2", "b"), user("3", "c"), user("4", "d"), user("5", "e")));
        assertThat(calls.calls()).extracting(RelationCall::keys).containsExactly(2, 2, 1);
        assertThat(users(calls.calls().get(1)).getIdsList()).containsExactly("c", "d");
        for (RelationCall call : calls.calls()) {
            BatchGetUsersResponse.Builder reply = BatchGetUsersResponse.newBuilder();
            for (String id : users(call).getIdsList()) reply.addUsers(named(id, id));
            call.reply(reply.build());
        }
        assertThat(calls.outcome(0).values())
                .extracting(value -> ((User) value).getName())
                .containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void aChunkThatFailsLeavesTheOthers() {
        RelationCalls calls = calls(manager(", max: 1", ""), People.ask(user("1", "a"), user("2", "b")));
        Exception cause = new IllegalStateException("away");
        calls.calls().get(0).fail(cause);
        calls.calls().get(1).reply(reply(named("b", "B")));
        assertThat(calls.outcome(0).failures()).isEqualTo(Map.of(0, cause));
        assertThat(calls.outcome(0).values()).containsExactly(null, named("b", "B"));
    }

    @Test
    void keysWithDifferentParametersAreDifferentCalls() throws Exception {
        Relation relation = People.relation(
                "manager(color: Color): User @grpc(method: \"people.v1.Users/BatchGetUsers\", with: {color:"
                    + " \"args.color\", tenant: \"parent.tenant\", trace: \"header.X-Trace\"}, batch: {keys: \"ids\","
                    + " from: \"parent.manager_id\", result: \"users\", key: \"id\"})");
        Headers headers = Headers.of(Map.of("x-trace", List.of("t1", "t2")));
        Ask one = new Ask(
                new Object[] {tenant("a", "x"), tenant("b", "y"), tenant("c", "x")},
                Arguments.of(Map.of("color", "NONE")),
                headers,
                ByteString.EMPTY);
        Ask two = new Ask(new Object[] {tenant("a", "x")}, Arguments.NONE, headers, ByteString.EMPTY);
        RelationCalls calls = calls(relation, one, two);
        List<String> requests = calls.calls().stream()
                .map(call -> {
                    try {
                        return JsonFormat.printer()
                                .omittingInsignificantWhitespace()
                                .print(users(call));
                    } catch (InvalidProtocolBufferException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        assertThat(requests)
                .containsExactly(
                        "{\"ids\":[\"a\",\"c\"],\"tenant\":\"x\",\"trace\":\"t1\"}",
                        "{\"ids\":[\"b\"],\"tenant\":\"y\",\"trace\":\"t1\"}",
                        "{\"ids\":[\"a\"],\"tenant\":\"x\",\"trace\":\"t1\"}");
    }

    private static User tenant(String manager, String tenant) {
        return User.newBuilder().setManagerId(manager).setTenant(tenant).build();
    }

    @Test
    void theSelectionIsAppendedAndSplitsCallsWhereItDiffers() throws Exception {
        ByteString red =
                BatchGetUsersRequest.newBuilder().setColor(Color.RED).build().toByteString();
        Ask one = new Ask(new Object[] {user("1", "a")}, Arguments.NONE, Headers.NONE, red);
        Ask two = new Ask(new Object[] {user("2", "a")}, Arguments.NONE, Headers.NONE, ByteString.EMPTY);
        RelationCalls calls = calls(manager("", ""), one, two, one);
        assertThat(calls.calls()).hasSize(2);
        assertThat(users(calls.calls().getFirst()))
                .isEqualTo(BatchGetUsersRequest.newBuilder()
                        .addIds("a")
                        .setColor(Color.RED)
                        .build());
    }

    @Test
    void missingKeys() {
        ClientException missing =
                new ClientException("NOT_FOUND", "people.v1.Users/BatchGetUsers has no result for User.manager.");
        RelationCalls nullable = calls(manager("", ""), People.ask(user("1", "a")));
        nullable.calls().getFirst().reply(reply());
        assertThat(nullable.outcome(0).values()).containsExactly((Object) null);
        assertThat(nullable.outcome(0).failures()).isEmpty();

        RelationCalls error = calls(manager("", ", missing: ERROR"), People.ask(user("1", "a")));
        error.calls().getFirst().reply(reply());
        assertThat((ClientException) error.outcome(0).failures().get(0))
                .hasMessage(missing.getMessage())
                .extracting(ClientException::code)
                .isEqualTo("NOT_FOUND");
        assertThat(People.relation(MANAGER.replace(": User", ": User!").formatted("", ""))
                        .missing())
                .isEqualTo(Missing.ERROR);
    }

    @Test
    void aListOfKeysKeepsItsOrder() throws Exception {
        String field = "friends: [User%s] @grpc(method: \"people.v1.Users/BatchGetUsers\", batch: {keys: \"ids\", from:"
                + " \"parent.friend_ids\", result: \"users\", key: \"id\"}%s)";
        User parent = User.newBuilder()
                .addAllFriendIds(List.of("c", "a", "", "b", "c"))
                .build();
        BatchGetUsersResponse reply = reply(named("a", "A"), named("c", "C"));

        RelationCalls nulls =
                calls(People.relation(field.formatted("", "")), People.ask(parent, User.getDefaultInstance()));
        assertThat(users(nulls.calls().getFirst()).getIdsList()).containsExactly("c", "a", "", "b");
        nulls.calls().getFirst().reply(reply);
        assertThat(nulls.outcome(0).values())
                .containsExactly(
                        Arrays.asList(named("c", "C"), named("a", "A"), null, null, named("c", "C")), List.of());

        RelationCalls omitted = calls(People.relation(field.formatted("!", ", missing: OMIT")), People.ask(parent));
        omitted.calls().getFirst().reply(reply);
        assertThat(omitted.outcome(0).values())
                .containsExactly(List.of(named("c", "C"), named("a", "A"), named("c", "C")));

        RelationCalls error = calls(People.relation(field.formatted("!", "")), People.ask(parent));
        error.calls().getFirst().reply(reply);
        assertThat(error.outcome(0).failures()).containsOnlyKeys(0);
    }

    @Test
    void keysInAListOfMessages() throws Exception {
        Relation relation = People.relation(
                "members: [User] @grpc(method: \"people.v1.Users/BatchGetUsers\", batch: {keys: \"ids\", from:"
                        + " \"parent.memberships.user_id\", result: \"users\", key: \"id\"})");
        User parent = User.newBuilder()
                .addMemberships(Membership.newBuilder().setUserId("b"))
                .addMemberships(Membership.getDefaultInstance())
                .addMemberships(Membership.newBuilder().setUserId("a"))
                .build();
        RelationCalls calls = calls(relation, People.ask(parent));
        assertThat(users(calls.calls().getFirst()).getIdsList()).containsExactly("b", "a"); // an empty id is none
        calls.calls().getFirst().reply(reply(named("a", "A"), named("b", "B")));
        assertThat(calls.outcome(0).values()).containsExactly(List.of(named("b", "B"), named("a", "A")));
    }

    @Test
    void manyResultsOfAKeyAreGroupedInOrder() {
        Relation relation = People.relation(
                "orders(most: Int): [Order!] @grpc(method: \"people.v1.Orders/ListOrdersByUsers\", with: {most:"
                        + " \"args.most\"}, batch: {keys: \"user_ids\", from: \"parent.id\", result: \"orders\", key:"
                        + " \"user_id\", many: true})");
        RelationCalls calls =
                calls(relation, People.ask(Map.of("most", 3), named("1", ""), named("2", ""), named("3", "")));
        calls.calls()
                .getFirst()
                .reply(OrdersByUsersResponse.newBuilder()
                        .addOrders(order("a", "2"))
                        .addOrders(order("b", "1"))
                        .addOrders(order("c", "2"))
                        .addOrders(order("d", "9"))
                        .build());
        assertThat(calls.outcome(0).values())
                .containsExactly(List.of(order("b", "1")), List.of(order("a", "2"), order("c", "2")), List.of());
        assertThat(relation.replyNeeds()).containsExactly("orders.user_id");
        assertThat(relation.parentNeeds()).containsExactly("id");
    }

    private static Order order(String id, String user) {
        return Order.newBuilder().setId(id).setUserId(user).build();
    }

    @Test
    void groupsInTheReplyAreListsToo() {
        Relation relation = People.relation(
                "orders: [Order!] @grpc(method: \"people.v1.Orders/GroupOrders\", batch: {keys: \"user_ids\", from:"
                        + " \"parent.id\", result: \"groups.orders\", key: \"user_id\", many: true})");
        RelationCalls calls = calls(relation, People.ask(named("1", ""), named("2", "")));
        calls.calls()
                .getFirst()
                .reply(GroupOrdersResponse.newBuilder()
                        .addGroups(GroupOrdersResponse.Group.newBuilder()
                                .setUserId("2")
                                .addOrders(order("a", ""))
                                .addOrders(order("b", "")))
                        .build());
        assertThat(calls.outcome(0).values()).containsExactly(List.of(), List.of(order("a", ""), order("b", "")));
    }

    @Test
    void aReplyCanBeAMap() {
        Relation relation = People.relation(
                "manager: User @grpc(method: \"people.v1.Users/UsersById\", batch: {keys: \"ids\", from:"
                        + " \"parent.manager_id\", result: \"users.value\", key: \"key\"})");
        RelationCalls calls = calls(relation, People.ask(user("1", "a"), user("2", "b")));
        calls.calls()
                .getFirst()
                .reply(UsersByIdResponse.newBuilder()
                        .putUsers("b", named("b", "B"))
                        .build());
        assertThat(calls.outcome(0).values()).containsExactly(null, named("b", "B"));
    }

    @Test
    void resultsByPositionMustBeAsManyAsKeys() {
        Relation relation = People.relation(
                "orderCount: Int @grpc(method: \"people.v1.Orders/CountOrders\", batch: {keys: \"user_ids\", from:"
                        + " \"parent.id\", result: \"counts\", positional: true})");
        RelationCalls calls = calls(relation, People.ask(named("1", ""), named("2", ""), named("1", "")));
        calls.calls()
                .getFirst()
                .reply(CountOrdersResponse.newBuilder()
                        .addCounts(7)
                        .addCounts(8)
                        .build());
        assertThat(calls.outcome(0).values()).containsExactly(7, 8, 7);

        RelationCalls wrong = calls(relation, People.ask(named("1", ""), named("2", "")));
        wrong.calls()
                .getFirst()
                .reply(CountOrdersResponse.newBuilder().addCounts(7).build());
        ClientException failure = (ClientException) wrong.outcome(0).failures().get(1);
        assertThat(failure.code()).isEqualTo("UPSTREAM_MISMATCH");
        assertThat(failure)
                .hasMessage(
                        "people.v1.Orders/CountOrders replied with 1 results for 2 keys, but its results are declared"
                                + " to be in the order of the keys.");
    }

    @Test
    void compositeKeysAreMessages() throws Exception {
        Relation relation = People.relation(
                "bank: Account @grpc(method: \"people.v1.Orders/BatchGetAccounts\", with: {requests: {view: GREEN}},"
                        + " batch: {keys: \"requests\", from: {tenant: \"parent.tenant\", number: \"parent.account\"},"
                        + " result: \"accounts\", key: {number: \"number\", tenant: \"tenant\"}})");
        User one = User.newBuilder().setTenant("x").setAccount(1).build();
        User two = User.newBuilder().setTenant("y").setAccount(1).build();
        RelationCalls calls = calls(
                relation,
                People.ask(one, two, one, User.newBuilder().setAccount(3).build()));
        assertThat(BatchGetAccountsRequest.parseFrom(calls.calls().getFirst().request())
                        .getRequestsList())
                .containsExactly(get("x", 1), get("y", 1));
        Account found =
                Account.newBuilder().setTenant("y").setNumber(1).setOwner("me").build();
        calls.calls()
                .getFirst()
                .reply(BatchGetAccountsResponse.newBuilder()
                        .addAccounts(found)
                        .addAccounts(Account.getDefaultInstance())
                        .build());
        assertThat(calls.outcome(0).values()).containsExactly(null, found, null, null);
        assertThat(relation.parentNeeds()).containsExactly("tenant", "account");
        assertThat(relation.replyNeeds()).containsExactly("accounts.tenant", "accounts.number");
    }

    private static BatchGetAccountsRequest.Get get(String tenant, long number) {
        return BatchGetAccountsRequest.Get.newBuilder()
                .setTenant(tenant)
                .setNumber(number)
                .setView(Color.GREEN)
                .build();
    }

    @Test
    void oneKeyInAMessageEach() throws Exception {
        Relation relation = People.relation(
                "bank: Account @grpc(method: \"people.v1.Orders/BatchGetAccounts\", batch: {keys: \"requests.number\","
                        + " from: \"parent.account\", result: \"accounts\", key: \"number\"})");
        RelationCalls calls = calls(
                relation, People.ask(User.newBuilder().setAccount(0xFFFFFFFFL).build(), User.getDefaultInstance()));
        assertThat(BatchGetAccountsRequest.parseFrom(calls.calls().getFirst().request())
                        .getRequestsList())
                .containsExactly(
                        BatchGetAccountsRequest.Get.newBuilder()
                                .setNumber(0xFFFFFFFFL)
                                .build(),
                        BatchGetAccountsRequest.Get.getDefaultInstance());
        Account large = Account.newBuilder().setNumber(-1).build(); // an unsigned number, by its bits
        calls.calls()
                .getFirst()
                .reply(BatchGetAccountsResponse.newBuilder().addAccounts(large).build());
        assertThat(calls.outcome(0).values()).containsExactly(large, null);
    }

    @Test
    void notFoundByPolicy() throws Exception {
        Exception cause = new IllegalStateException("NOT_FOUND");
        RelationCalls fail = calls(manager("", ""), People.ask(user("1", "a"), user("2", "b")));
        assertThat(fail.calls().getFirst().notFound(cause)).isEmpty();
        assertThat(fail.outcome(0).failures()).isEqualTo(Map.of(0, cause, 1, cause));

        RelationCalls none = calls(manager(", notFound: NULL", ""), People.ask(user("1", "a")));
        assertThat(none.calls().getFirst().notFound(cause)).isEmpty();
        assertThat(none.outcome(0).values()).containsExactly((Object) null);
        assertThat(none.outcome(0).failures()).isEmpty();

        Relation single = manager(
                ", notFound: SINGLE, single: {method: \"people.v1.Users/GetUser\", key: \"id\", with: {tenant:"
                        + " \"'t'\"}}",
                "");
        RelationCalls each = calls(single, People.ask(user("1", "a"), user("2", "b"), user("3", "a"), user("4", "c")));
        List<RelationCall> instead = each.calls().getFirst().notFound(cause);
        assertThat(instead).hasSize(3);
        assertThat(instead.getFirst().method().getName()).isEqualTo("GetUser");
        assertThat(GetUserRequest.parseFrom(instead.getFirst().request()))
                .isEqualTo(GetUserRequest.newBuilder().setId("a").setTenant("t").build());
        instead.get(0).reply(named("a", "A"));
        assertThat(instead.get(1).notFound(cause)).isEmpty();
        Exception away = new IllegalStateException("UNAVAILABLE");
        instead.get(2).fail(away);
        assertThat(each.outcome(0).values()).containsExactly(named("a", "A"), null, named("a", "A"), null);
        assertThat(each.outcome(0).failures()).isEqualTo(Map.of(3, away));
    }

    @Test
    void withoutABatchEqualRequestsAreOneCall() throws Exception {
        Relation relation = People.relation("friends(first: Int, near: Near, since: Timestamp): [User!] @grpc(method:"
                + " \"people.v1.Users/ListFriends\", with: {user_id: \"parent.id\", page_size: \"args.first\","
                + " city: \"args.near.city\", filter: {zip: \"parent.address.zip?\", state: \"'open'\", color:"
                + " \"args.near.color\"}, limit: 5, since: \"args.since\"}, result: \"friends\")");
        Map<String, Object> arguments = Map.of(
                "first", 2, "near", Map.of("city", "Rome", "color", "RED"), "since", Instant.ofEpochSecond(7, 8));
        RelationCalls calls = calls(
                relation,
                People.ask(arguments, named("1", ""), named("2", ""), named("1", ""), User.getDefaultInstance()));
        assertThat(calls.calls()).hasSize(2);
        assertThat(friends(calls.calls().getFirst()))
                .isEqualTo(ListFriendsRequest.newBuilder()
                        .setUserId("1")
                        .setPageSize(2)
                        .setCity("Rome")
                        .setLimit(Int32Value.of(5))
                        .setFilter(Filter.newBuilder().setState("open").setColor(Color.RED))
                        .setSince(Timestamp.newBuilder().setSeconds(7).setNanos(8))
                        .build());
        calls.calls()
                .get(0)
                .reply(ListFriendsResponse.newBuilder()
                        .addFriends(named("9", "N"))
                        .build());
        calls.calls().get(1).reply(ListFriendsResponse.getDefaultInstance());
        assertThat(calls.outcome(0).values())
                .containsExactly(List.of(named("9", "N")), List.of(), List.of(named("9", "N")), List.of());
        assertThat(relation.parentNeeds()).containsExactly("id", "address.zip");
    }

    @Test
    void everyKindOfValueReachesItsField() throws Exception {
        Relation relation = People.relation("friends(colors: [Color!], size: Int, big: UInt64): [User!] @grpc(method:"
                + " \"people.v1.Users/ListFriends\", with: {user_id: \"parent.nick\", colors: \"args.colors\","
                + " limit: \"args.size\", since: \"parent.created_at\", at_least: 4294967295, active: true, score:"
                + " \"parent.score\", hash: \"parent.hash\", signed: -5, fixed: \"args.big\", numbers: [1, -2],"
                + " filter: {color: \"parent.color\"}, ratio: 1.5}, result: \"friends\")");
        User parent = User.newBuilder()
                .setNick(StringValue.of(""))
                .setScore(0.25)
                .setHash(ByteString.copyFromUtf8("h"))
                .setColor(Color.GREEN)
                .setCreatedAt(Timestamp.newBuilder().setSeconds(-1).setNanos(5))
                .build();
        Map<String, Object> arguments = Map.of(
                "colors",
                List.of("NONE", "RED"),
                "size",
                -3,
                "big",
                BigInteger.TWO.pow(64).subtract(BigInteger.ONE));
        RelationCalls calls = calls(relation, People.ask(arguments, parent));
        assertThat(friends(calls.calls().getFirst()))
                .isEqualTo(ListFriendsRequest.newBuilder()
                        .addColors(Color.COLOR_UNSPECIFIED)
                        .addColors(Color.RED)
                        .setLimit(Int32Value.of(-3))
                        .setSince(Timestamp.newBuilder().setSeconds(-1).setNanos(5))
                        .setAtLeast(-1)
                        .setActive(true)
                        .setScore(0.25)
                        .setHash(ByteString.copyFromUtf8("h"))
                        .setSigned(-5)
                        .setFixed(-1)
                        .addNumbers(1)
                        .addNumbers(-2)
                        .setFilter(Filter.newBuilder().setColor(Color.GREEN))
                        .setRatio(1.5f)
                        .build());
    }

    @Test
    void valuesThatDoNotFitAreErrorsOfTheirParents() {
        Relation relation = People.relation(
                "friends(id: ID): [User!] @grpc(method: \"people.v1.Users/ListFriends\", with: {page_size:"
                        + " \"args.id\", at_least: \"parent.account\"}, result: \"friends\")");
        User fits = User.newBuilder().setAccount(1).build();
        User negative = User.newBuilder().setAccount(-1).build();
        RelationCalls calls = calls(relation, People.ask(Map.of("id", "12"), fits, negative));
        assertThat(calls.calls()).hasSize(1);
        calls.calls().getFirst().reply(ListFriendsResponse.getDefaultInstance());
        ClientException range = (ClientException) calls.outcome(0).failures().get(1);
        assertThat(range.code()).isEqualTo("VALUE_OUT_OF_RANGE");
        assertThat(range)
                .hasMessage("A number is out of the range of people.v1.ListFriendsRequest.at_least, which is uint32.");

        RelationCalls text = calls(relation, People.ask(Map.of("id", "1e3"), fits));
        assertThat(text.calls()).isEmpty();
        ClientException noNumber = (ClientException) text.outcome(0).failures().get(0);
        assertThat(noNumber.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(noNumber)
                .hasMessage("Argument \"id\" is not a whole number, as people.v1.ListFriendsRequest.page_size is.");
    }

    @Test
    void aReplyThatCanNotBeReadIsAFailure() {
        RelationCalls calls = calls(manager("", ""), People.ask(user("1", "a")));
        calls.calls().getFirst().reply("no message");
        assertThat(calls.outcome(0).failures().get(0)).isInstanceOf(ClassCastException.class);
    }

    @Test
    void rootFieldsHaveNoParent() throws Exception {
        Relation me = People.relations(
                        "extend type Query { me(tenant: String): User @grpc(method: \"people.v1.Users/GetUser\", with:"
                                + " {id: \"header.x-user\", tenant: \"args.tenant\"}) }")
                .of("Query.me");
        Ask ask = new Ask(
                new Object[] {null}, Arguments.NONE, Headers.of(Map.of("X-User", List.of("u"))), ByteString.EMPTY);
        RelationCalls calls = calls(me, ask);
        assertThat(GetUserRequest.parseFrom(calls.calls().getFirst().request()))
                .isEqualTo(GetUserRequest.newBuilder().setId("u").build());
        calls.calls().getFirst().notFound(new IllegalStateException("NOT_FOUND"));
        assertThat(calls.outcome(0).values()).containsExactly((Object) null);
    }

    @Test
    void relationsWithoutABatchAreReported() {
        Relations relations =
                People.relations("extend type User { boss: User @grpc(method: \"people.v1.Users/GetUser\", with: {id:"
                        + " \"parent.manager_id\"}) "
                        + MANAGER.formatted("", "") + " }");
        assertThat(relations.all()).extracting(Relation::coordinate).containsExactly("User.boss", "User.manager");
        assertThat(relations.report())
                .containsExactly(
                        "User.boss: people.v1.Users/GetUser is called for each object (n+1). A batch method would take"
                                + " one call for all.");
        assertThat(relations.of("User.name")).isNull();
    }
}
