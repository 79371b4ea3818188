package dev.perigee.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

/** One document as requests bring it, or in variants that differ by their comment only. One thread. */
final class Requests {
    /** More than an engine keeps that is told to keep one. */
    private static final int VARIANTS = 16;

    private final byte[][] documents;
    private int next;

    Requests(String document, Cache cache) {
        this.documents = new byte[cache == Cache.ON ? 1 : VARIANTS][];
        for (int i = 0; i < documents.length; i++) {
            documents[i] = bytes(document + "#" + (char) ('a' + i));
        }
    }

    static byte[] bytes(String document) {
        return document.getBytes(UTF_8);
    }

    byte[] next() {
        next = next + 1 < documents.length ? next + 1 : 0;
        return documents[next];
    }
}
