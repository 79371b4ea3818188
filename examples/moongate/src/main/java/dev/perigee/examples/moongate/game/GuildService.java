package dev.perigee.examples.moongate.game;

import dev.perigee.examples.moongate.v1.GetGuildRequest;
import dev.perigee.examples.moongate.v1.Guild;
import dev.perigee.examples.moongate.v1.GuildsGrpc;
import dev.perigee.service.CallerInterceptor;
import dev.perigee.service.MessageHydration;
import dev.perigee.service.Selections;
import io.grpc.stub.StreamObserver;

/** The service {@code moongate.v1.Guilds}: all that a service on hydration needs to be. */
public final class GuildService extends GuildsGrpc.GuildsImplBase {
    private final MessageHydration<GuildRow, Guild> guilds;

    public GuildService(GameDatabase database) {
        this.guilds = MessageHydration.of(database.records(GuildRow.class), Guild.getDefaultInstance());
    }

    @Override
    public void getGuild(GetGuildRequest request, StreamObserver<Guild> reply) {
        reply.onNext(guilds.one(request.getId(), Selections.of(request), CallerInterceptor.caller()));
        reply.onCompleted();
    }
}
