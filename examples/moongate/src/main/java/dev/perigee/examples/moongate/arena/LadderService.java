package dev.perigee.examples.moongate.arena;

import com.google.protobuf.util.FieldMaskUtil;
import dev.perigee.examples.moongate.arena.v1.BatchGetScoresReply;
import dev.perigee.examples.moongate.arena.v1.BatchGetScoresRequest;
import dev.perigee.examples.moongate.arena.v1.GetScoreRequest;
import dev.perigee.examples.moongate.arena.v1.LadderGrpc;
import dev.perigee.examples.moongate.arena.v1.Leaders;
import dev.perigee.examples.moongate.arena.v1.ReportMatchRequest;
import dev.perigee.examples.moongate.arena.v1.Score;
import dev.perigee.examples.moongate.arena.v1.WatchLeadersRequest;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;

/** The service {@code arena.v1.Ladder}, as another team may have written it: it knows nothing of graphs. */
public final class LadderService extends LadderGrpc.LadderImplBase {
    private final Standings standings = SampleMatches.played();

    @Override
    public void getScore(GetScoreRequest request, StreamObserver<Score> reply) {
        Score score = standings.of(request.getPlayerId());
        if (score == null) {
            reply.onError(Status.NOT_FOUND
                    .withDescription("This player has not played.")
                    .asRuntimeException());
            return;
        }
        reply.onNext(masked(score, request));
        reply.onCompleted();
    }

    private static Score masked(Score score, GetScoreRequest request) {
        if (request.getReadMask().getPathsCount() == 0) return score;
        var masked = Score.newBuilder();
        FieldMaskUtil.merge(request.getReadMask(), score, masked);
        return masked.build();
    }

    @Override
    public void batchGetScores(BatchGetScoresRequest request, StreamObserver<BatchGetScoresReply> reply) {
        var found = BatchGetScoresReply.newBuilder();
        for (long player : request.getPlayerIdsList()) {
            Score score = standings.of(player);
            if (score != null) found.addScores(score);
        }
        reply.onNext(found.build());
        reply.onCompleted();
    }

    @Override
    public void reportMatch(ReportMatchRequest request, StreamObserver<Score> reply) {
        reply.onNext(standings.report(request.getWinnerPlayerId(), request.getLoserPlayerId()));
        reply.onCompleted();
    }

    @Override
    public void watchLeaders(WatchLeadersRequest request, StreamObserver<Leaders> replies) {
        var watch = new LeaderWatch(standings, request.getCount(), (ServerCallStreamObserver<Leaders>) replies);
        watch.start();
    }
}
