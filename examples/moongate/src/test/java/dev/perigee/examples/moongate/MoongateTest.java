package dev.perigee.examples.moongate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.examples.moongate.v1.Account;
import dev.perigee.examples.moongate.v1.AccountsGrpc;
import dev.perigee.examples.moongate.v1.BatchGetPlayersRequest;
import dev.perigee.examples.moongate.v1.GetAccountRequest;
import dev.perigee.examples.moongate.v1.GraphSelection;
import dev.perigee.examples.moongate.v1.Guild;
import dev.perigee.examples.moongate.v1.ListPlayersRequest;
import dev.perigee.examples.moongate.v1.LoginRequest;
import dev.perigee.examples.moongate.v1.Player;
import dev.perigee.examples.moongate.v1.PlayersGrpc;
import dev.perigee.examples.moongate.v1.Profession;
import io.grpc.ClientInterceptor;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.util.Arrays;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The services of the game, by their clients. */
class MoongateTest {
    private static final Statements STATEMENTS = new Statements();
    private static Server server;
    private static ManagedChannel channel;

    @BeforeAll
    static void start() throws Exception {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:moongate;DB_CLOSE_DELAY=-1");
        Tables.create(h2);
        server = Moongate.start(STATEMENTS.over(h2), 0);
        channel = Grpc.newChannelBuilder("localhost:" + server.getPort(), InsecureChannelCredentials.create())
                .build();
    }

    @AfterAll
    static void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    @BeforeEach
    void forget() {
        STATEMENTS.take();
    }

    private static GraphSelection select(String name, GraphSelection... below) {
        return GraphSelection.newBuilder()
                .setName(name)
                .addAllSelections(Arrays.asList(below))
                .build();
    }

    private static LoginRequest.Builder login(String username) {
        return LoginRequest.newBuilder().setUsername(username).setPassword("password of " + username);
    }

    private static ClientInterceptor as(String username) {
        Metadata metadata = new Metadata();
        metadata.put(
                Tokens.AUTHORIZATION,
                AccountsGrpc.newBlockingStub(channel)
                        .login(login(username).addSelections(select("token")).build())
                        .getToken());
        STATEMENTS.take();
        return MetadataUtils.newAttachHeadersInterceptor(metadata);
    }

    private static Status.Code codeOf(StatusRuntimeException e) {
        return e.getStatus().getCode();
    }

    @Test
    void who_logs_in_gets_a_token_and_what_is_asked_for() {
        var reply = AccountsGrpc.newBlockingStub(channel)
                .login(login("bela")
                        .addSelections(select("token"))
                        .addSelections(select("account", select("username"), select("players", select("name"))))
                        .build());
        assertThat(reply.getToken()).hasSize(48);
        assertThat(reply.getAccount())
                .isEqualTo(Account.newBuilder()
                        .setUsername("bela")
                        .addPlayers(Player.newBuilder().setName("Birch"))
                        .addPlayers(Player.newBuilder().setName("Frost"))
                        .build());
        assertThat(STATEMENTS.take()).hasSize(3);
    }

    @Test
    void nobody_logs_in_with_a_wrong_password_or_an_unknown_token() {
        var accounts = AccountsGrpc.newBlockingStub(channel);
        assertThatThrownBy(() -> accounts.login(login("bela").setPassword("x").build()))
                .hasMessage("UNAUTHENTICATED: The username or the password is wrong.");
        assertThatThrownBy(() -> accounts.login(login("nobody").build()))
                .hasMessage("UNAUTHENTICATED: The username or the password is wrong.");
        Metadata metadata = new Metadata();
        metadata.put(Tokens.AUTHORIZATION, "made up");
        assertThatThrownBy(() -> accounts.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata))
                        .getAccount(GetAccountRequest.newBuilder().setId(1).build()))
                .hasMessage("UNAUTHENTICATED: The token is not known. Log in again.");
    }

    @Test
    void the_support_alone_sees_mail_addresses() {
        var request = GetAccountRequest.newBuilder()
                .setId(2)
                .addSelections(select("email"))
                .build();
        var accounts = AccountsGrpc.newBlockingStub(channel);
        var asBela = accounts.withInterceptors(as("bela"));
        assertThatThrownBy(() -> asBela.getAccount(request))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(codeOf(e)).isEqualTo(Status.Code.PERMISSION_DENIED));
        assertThat(STATEMENTS.take()).isEmpty();
        Account all = asBela.getAccount(GetAccountRequest.newBuilder().setId(2).build());
        assertThat(all.getUsername()).isEqualTo("bela");
        assertThat(all.getEmail()).isEmpty();
        assertThat(STATEMENTS.take()).singleElement().asString().doesNotContain("email", "password");
        assertThat(accounts.withInterceptors(as("ada")).getAccount(request).getEmail())
                .isEqualTo("bela@moongate.example");
    }

    @Test
    void friends_three_levels_deep_take_a_statement_a_level() {
        var players = PlayersGrpc.newBlockingStub(channel)
                .listPlayers(ListPlayersRequest.newBuilder()
                        .setMinLevel(40)
                        .setPageSize(2)
                        .addSelections(select(
                                "players",
                                select("title"),
                                select(
                                        "friends",
                                        select("name"),
                                        select("friends", select("name"), select("friends", select("guilds"))))))
                        .build())
                .getPlayersList();
        assertThat(players).extracting(Player::getTitle).containsExactly("Drift the Young", "Ember the Great");
        Player third = players.getFirst().getFriends(0).getFriends(0).getFriends(0); // Ember, Frost, then Arrow: by id
        assertThat(third.getGuildsList()).extracting(Guild::getName).containsExactly("Foxes");
        assertThat(STATEMENTS.take()).hasSize(5);
    }

    @Test
    void only_who_has_signed_in_sees_whose_a_player_is() {
        var request = BatchGetPlayersRequest.newBuilder()
                .addAllIds(List.of(3L, 99L, 1L))
                .addSelections(
                        select("players", select("name"), select("profession"), select("account", select("username"))))
                .build();
        var players = PlayersGrpc.newBlockingStub(channel);
        assertThat(players.batchGetPlayers(request).getPlayersList())
                .containsExactly(
                        Player.newBuilder()
                                .setName("Cinder")
                                .setProfession(Profession.PROFESSION_BARD)
                                .build(),
                        Player.newBuilder()
                                .setName("Arrow")
                                .setProfession(Profession.PROFESSION_FIGHTER)
                                .build());
        assertThat(STATEMENTS.take()).hasSize(1);
        assertThat(players.withInterceptors(as("cleo")).batchGetPlayers(request).getPlayersList())
                .extracting(player -> player.getAccount().getUsername())
                .containsExactly("cleo", "ada");
    }
}
