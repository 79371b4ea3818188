package dev.perigee.examples.moongate.arena;

import dev.perigee.examples.moongate.arena.v1.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Who has how many points: three for a match that is won, one for one that is lost. Thread-safe. */
final class Standings {
    private static final int FOR_THE_WINNER = 3;
    private static final int FOR_THE_LOSER = 1;

    private final Map<Long, Score> scores = new TreeMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Of each match that is reported from now on. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }

    /** @return the winner's score */
    Score report(long winner, long loser) {
        Score won;
        synchronized (this) {
            won = add(winner, FOR_THE_WINNER);
            add(loser, FOR_THE_LOSER);
        }
        listeners.forEach(Runnable::run);
        return won;
    }

    private Score add(long player, int points) {
        Score before = scores.getOrDefault(player, Score.getDefaultInstance());
        Score after = Score.newBuilder()
                .setPlayerId(player)
                .setPoints(before.getPoints() + points)
                .setMatches(before.getMatches() + 1)
                .build();
        scores.put(player, after);
        return after;
    }

    /** Null for a player who has not played. */
    synchronized @Nullable Score of(long player) {
        return scores.get(player);
    }

    /** Those with the most points; of equal points, the lower number comes first. */
    synchronized List<Score> leaders(int count) {
        List<Score> all = new ArrayList<>(scores.values());
        all.sort(Comparator.comparingInt(Score::getPoints).reversed());
        return List.copyOf(all.subList(0, Math.clamp(count, 0, all.size())));
    }
}
