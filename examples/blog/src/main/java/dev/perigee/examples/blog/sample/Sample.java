package dev.perigee.examples.blog.sample;

/** How much there is, and when it was made: what the samples of the three backends have to agree on. */
public final class Sample {
    /** Users have the ids from 1. */
    public static final int USERS = 200;

    /** Posts have the ids from 1, the oldest first. */
    public static final int POSTS = 2_000;

    /** Comments have the ids from 1, the oldest first. */
    public static final int COMMENTS = 8_000;

    /** 1 January 2024, in seconds since the epoch. The first post is from this day. */
    public static final long START = 1_704_067_200;

    private static final long SECONDS_BETWEEN_POSTS = 4 * 60 * 60;

    private Sample() {}

    /** Whether the account was deleted: its posts and comments are still there. */
    public static boolean hasLeft(long userId) {
        return userId % 67 == 0;
    }

    /** When a post was published, in seconds since the epoch. */
    public static long postedAt(long postId) {
        return START + postId * SECONDS_BETWEEN_POSTS;
    }
}
