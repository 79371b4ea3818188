package dev.perigee.examples.moongate;

import dev.perigee.data.Caller;
import dev.perigee.data.GraphModule;
import dev.perigee.data.Wiring;
import dev.perigee.examples.moongate.arena.LadderService;
import dev.perigee.examples.moongate.game.AccountService;
import dev.perigee.examples.moongate.game.GameDatabase;
import dev.perigee.examples.moongate.game.GuildService;
import dev.perigee.examples.moongate.game.PlayerService;
import dev.perigee.examples.moongate.login.Tokens;
import dev.perigee.examples.moongate.v1.Player;
import dev.perigee.grpc.GrpcServer;
import dev.perigee.grpc.GrpcSource;
import dev.perigee.grpc.channel.HeaderRules;
import dev.perigee.grpc.graph.GraphOptions;
import dev.perigee.grpc.input.ValidationInterceptor;
import dev.perigee.service.CallerInterceptor;
import dev.perigee.service.StatusInterceptor;
import io.grpc.BindableService;
import io.grpc.Metadata;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Starts the services of both teams, and puts the gateway and a bit of Java code over them. */
public final class MoongateModule implements GraphModule {
    /** The system property that calls services without a network. */
    static final String IN_PROCESS = "moongate.inProcess";

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Hosting hosting;
    private final UnaryOperator<DataSource> around;
    private final Tokens tokens = Tokens.withNewKey();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    /** What {@code perigee serve} finds by {@code META-INF/services}. */
    public MoongateModule() {
        this(Boolean.getBoolean(IN_PROCESS) ? new InProcess() : new OnPorts(), pool -> pool);
    }

    /** @param around wraps what connections to the database are taken from */
    MoongateModule(Hosting hosting, UnaryOperator<DataSource> around) {
        this.hosting = hosting;
        this.around = around;
    }

    @Override
    public void wire(Wiring.Builder graph) throws Exception {
        GameDatabase database = running(GameDatabase.inMemory(around));
        running(hosting);
        GrpcSource services = running(GrpcSource.builder()
                .server(game(database))
                .server(arena())
                .options(GraphOptions.builder()
                        .ids("*.id", "*.player_id", "*.winner_id", "*.loser_id")
                        .connections("moongate.v1.Players/ListPlayers")
                        .hide("moongate.v1.Players/BatchGetPlayers", "arena.v1.Ladder/BatchGetScores")
                        .build())
                .messages(Player.getDefaultInstance())
                .needs("Player.title", PlayerTitle.NEEDS)
                .build());
        graph.source(services)
                .type("Player", Player.class, new PlayerTitle())
                .value(Caller.class, context -> tokens.caller(context.headers().first(AUTHORIZATION.name())));
    }

    /** Our own: it is told who asks, and what of. */
    private GrpcServer game(GameDatabase database) throws IOException {
        List<BindableService> services =
                List.of(new AccountService(database, tokens), new PlayerService(database), new GuildService(database));
        var rules = ValidationInterceptor.of(
                services.stream().map(BindableService::bindService).toList());
        var caller = CallerInterceptor.of(metadata -> tokens.caller(metadata.get(AUTHORIZATION)));
        return hosting.start("game", services, List.of(new StatusInterceptor(), caller, rules))
                .headers(HeaderRules.builder().forward(AUTHORIZATION.name()).build());
    }

    /** Another team's: whose requests these are is none of its business. */
    private GrpcServer arena() throws IOException {
        return hosting.start("arena", List.of(new LadderService()), List.of());
    }

    private <T extends AutoCloseable> T running(T started) {
        running.push(started);
        return started;
    }

    /** Stops what runs, the last one first. */
    @Override
    public void close() throws Exception {
        while (!running.isEmpty()) running.pop().close();
    }
}
