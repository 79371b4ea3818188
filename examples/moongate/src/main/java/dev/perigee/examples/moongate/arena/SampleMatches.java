package dev.perigee.examples.moongate.arena;

/** The matches that the ladder starts with: among the players 1 to 12, the same each time. */
final class SampleMatches {
    private static final int PLAYERS = 12;

    private SampleMatches() {}

    static Standings played() {
        var standings = new Standings();
        for (int winner = 1; winner <= PLAYERS; winner++) {
            for (int match = 0; match < winner % 5; match++) standings.report(winner, winner % PLAYERS + 1);
        }
        return standings;
    }
}
