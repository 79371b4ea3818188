package dev.perigee.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** What is compared has to do the same work: checked before anything is timed. */
public final class Same {
    /** Characters that a message shows before and after the first difference. */
    private static final int SHOWN = 60;

    private Same() {}

    /** @throws IllegalStateException if the two differ; the message shows where */
    public static void require(String what, byte[] perigee, byte[] peer) {
        if (!Arrays.equals(perigee, peer)) require(what, new String(perigee, UTF_8), new String(peer, UTF_8));
    }

    /** @throws IllegalStateException if the two differ; the message shows where */
    public static void require(String what, String perigee, String peer) {
        if (perigee.equals(peer)) return;
        int at = 0;
        while (at < Math.min(perigee.length(), peer.length()) && perigee.charAt(at) == peer.charAt(at)) at++;
        throw new IllegalStateException("Not the same %s from character %d:%nPerigee: %s%npeer:    %s"
                .formatted(what, at, around(perigee, at), around(peer, at)));
    }

    /** @throws IllegalStateException if a response has errors, or no data */
    public static void requireData(byte[] response) {
        String json = new String(response, UTF_8);
        if (!json.startsWith("{\"data\":{")) throw new IllegalStateException("Not only data: " + around(json, 0));
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - SHOWN), Math.min(text.length(), at + SHOWN));
    }
}
