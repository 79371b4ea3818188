package dev.perigee.examples.moongate.game;

import dev.perigee.examples.moongate.v1.BatchGetPlayersReply;
import dev.perigee.examples.moongate.v1.BatchGetPlayersRequest;
import dev.perigee.examples.moongate.v1.GetPlayerRequest;
import dev.perigee.examples.moongate.v1.ListPlayersReply;
import dev.perigee.examples.moongate.v1.ListPlayersRequest;
import dev.perigee.examples.moongate.v1.Player;
import dev.perigee.examples.moongate.v1.PlayersGrpc;
import dev.perigee.grpc.pushdown.FieldTree;
import dev.perigee.service.CallerInterceptor;
import dev.perigee.service.MessageHydration;
import dev.perigee.service.Selections;
import dev.perigee.sql.Records;
import io.grpc.stub.StreamObserver;

/** The service {@code moongate.v1.Players}. */
public final class PlayerService extends PlayersGrpc.PlayersImplBase {
    private final MessageHydration<PlayerRow, Player> players;
    private final PlayerPages pages;

    public PlayerService(GameDatabase database) {
        Records<PlayerRow> records = database.records(PlayerRow.class);
        this.players = MessageHydration.of(records, Player.getDefaultInstance());
        this.pages = new PlayerPages(players, records.table());
    }

    @Override
    public void getPlayer(GetPlayerRequest request, StreamObserver<Player> reply) {
        reply.onNext(players.one(request.getId(), Selections.of(request), CallerInterceptor.caller()));
        reply.onCompleted();
    }

    @Override
    public void batchGetPlayers(BatchGetPlayersRequest request, StreamObserver<BatchGetPlayersReply> reply) {
        var found = BatchGetPlayersReply.newBuilder();
        FieldTree selected = Selections.of(request, "players");
        if (selected != null) {
            var byId = players.byKey(request.getIdsList(), selected, CallerInterceptor.caller());
            found.addAllPlayers(byId.values());
        }
        reply.onNext(found.build());
        reply.onCompleted();
    }

    @Override
    public void listPlayers(ListPlayersRequest request, StreamObserver<ListPlayersReply> reply) {
        reply.onNext(pages.page(request, CallerInterceptor.caller()));
        reply.onCompleted();
    }
}
