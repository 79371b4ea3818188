package dev.perigee.bench;

import java.io.IOException;

/** What stands behind a transport: the bytes of a document in, the bytes of its response out. */
@FunctionalInterface
interface Server {
    byte[] answer(byte[] document) throws IOException;
}
