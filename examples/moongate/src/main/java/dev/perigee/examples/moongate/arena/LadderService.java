package dev.perigee.examples.moongate.arena;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
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
        reply.onNext(masked(score, request.getReadMask()));
        reply.onCompleted();
    }

    /** Of a score, what a mask has; all of it if the mask is empty. */
    private static Score masked(Score score, FieldMask mask) {
        if (mask.getPathsCount() == 0) return score;
        var masked = Score.newBuilder();
        for (FieldDescriptor field : Score.getDescriptor().getFields()) {
            if (mask.getPathsList().contains(field.getName())) masked.setField(field, score.getField(field));
        }
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
        reply.onNext(standings.report(request.getWinnerId(), request.getLoserId()));
        reply.onCompleted();
    }

    @Override
    public void watchLeaders(WatchLeadersRequest request, StreamObserver<Leaders> replies) {
        var watch = new LeaderWatch(standings, request.getCount(), (ServerCallStreamObserver<Leaders>) replies);
        watch.start();
    }
}
