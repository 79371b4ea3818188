package dev.perigee.examples.moongate;

import dev.perigee.data.ClientException;
import dev.perigee.examples.moongate.v1.BatchGetPlayersReply;
import dev.perigee.examples.moongate.v1.BatchGetPlayersRequest;
import dev.perigee.examples.moongate.v1.ListPlayersReply;
import dev.perigee.examples.moongate.v1.ListPlayersRequest;
import dev.perigee.examples.moongate.v1.Player;
import dev.perigee.examples.moongate.v1.PlayersGrpc;
import dev.perigee.grpc.pushdown.FieldTree;
import dev.perigee.service.CallerInterceptor;
import dev.perigee.service.MessageHydration;
import dev.perigee.service.MessageMapping;
import dev.perigee.service.Selections;
import dev.perigee.sql.SqlSource;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.statement.Condition;
import dev.perigee.sql.statement.Condition.Compare;
import dev.perigee.sql.statement.Condition.Operator;
import io.grpc.stub.StreamObserver;
import java.util.Objects;

/** Players, with their friends and guilds. */
final class PlayerService extends PlayersGrpc.PlayersImplBase {
    /** What names don't tell, for all messages of the game. */
    static final MessageMapping MAPPING = MessageMapping.builder()
            .computed("Player.title", PlayerRow.class, PlayerRow::title, "name", "level")
            .limit("Player.friends", 100)
            .limit("Guild.players", 100)
            .build();

    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    private final MessageHydration<PlayerRow, Player> players;
    private final Column level;

    PlayerService(SqlSource source) {
        var records = source.records(PlayerRow.class);
        this.players = MessageHydration.of(records, Player.getDefaultInstance(), MAPPING);
        this.level = Objects.requireNonNull(records.table().columnOfField("level"));
    }

    @Override
    public void listPlayers(ListPlayersRequest request, StreamObserver<ListPlayersReply> observer) {
        int size = request.getPageSize() == 0 ? USUAL_PAGE : request.getPageSize();
        if (size < 1 || size > LARGEST_PAGE) {
            throw new ClientException("BAD_USER_INPUT", "page_size is " + size + ": from 1 to " + LARGEST_PAGE + ".");
        }
        ListPlayersReply.Builder reply = ListPlayersReply.newBuilder();
        FieldTree asked = Selections.of(request, "players");
        if (asked != null) {
            Condition isHigh = new Compare(level, Operator.GREATER_OR_EQUAL, request.getMinLevel());
            reply.addAllPlayers(players.where(isHigh, size, asked, CallerInterceptor.caller()));
        }
        observer.onNext(reply.build());
        observer.onCompleted();
    }

    @Override
    public void batchGetPlayers(BatchGetPlayersRequest request, StreamObserver<BatchGetPlayersReply> observer) {
        if (request.getIdsCount() > LARGEST_PAGE) {
            throw new ClientException("LIMIT_EXCEEDED", "More than " + LARGEST_PAGE + " players at once.");
        }
        BatchGetPlayersReply.Builder reply = BatchGetPlayersReply.newBuilder();
        FieldTree asked = Selections.of(request, "players");
        if (asked != null) {
            reply.addAllPlayers(players.byKey(request.getIdsList(), asked, CallerInterceptor.caller())
                    .values());
        }
        observer.onNext(reply.build());
        observer.onCompleted();
    }
}
