package dev.perigee.graphql;

import java.util.List;

/** What one piece is about in one request: what it asks for, and what comes of it. For the thread that loads. */
interface Share {
    Piece piece();

    /** Each for another upstream request. */
    List<? extends Part> parts();

    /** Tells the fields their outcome, once all parts have theirs. */
    void complete();
}
