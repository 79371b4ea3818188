package dev.perigee.client.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads an event stream, in pieces as they come. Of its fields, {@code data} and {@code event} are read; {@code id} and
 * {@code retry} are for browsers, which connect again by themselves.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">Parsing an event
 *     stream</a>
 */
final class EventStreamParser {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Gets the events. */
    interface Sink {
        /** @param data UTF-8, or what should be; empty where there was none */
        void event(String type, byte[] data);
    }

    private final Sink sink;
    private final int maxEventBytes;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private String type = "";
    private boolean firstLine = true;
    private boolean comment;
    private boolean afterReturn;

    EventStreamParser(Sink sink, int maxEventBytes) {
        this.sink = sink;
        this.maxEventBytes = maxEventBytes;
    }

    /** @throws IOException if an event is larger than it may be */
    void read(ByteBuffer piece) throws IOException {
        while (piece.hasRemaining()) {
            byte next = piece.get();
            boolean secondOfCrLf = next == '\n' && afterReturn;
            afterReturn = next == '\r';
            if (secondOfCrLf) continue;
            if (next == '\n' || next == '\r') endLine();
            else append(next);
        }
    }

    private void append(byte next) throws IOException {
        if (line.size() == 0 && next == ':') comment = true;
        if (comment) return; // of any length: it is not kept
        if (line.size() + (long) data.size() > maxEventBytes + 16L) { // the field's name comes with its value
            throw new IOException("An event has more than " + maxEventBytes + " bytes (maxEventBytes)");
        }
        line.write(next);
    }

    private void endLine() {
        byte[] bytes = line.toByteArray();
        line.reset();
        if (!comment) readLine(bytes, firstLine && startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0);
        comment = false;
        firstLine = false;
    }

    private static boolean startsWithMark(byte[] bytes) {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (i >= bytes.length || bytes[i] != BYTE_ORDER_MARK[i]) return false;
        }
        return true;
    }

    private void readLine(byte[] bytes, int start) {
        if (start == bytes.length) {
            dispatch();
            return;
        }
        int colon = start;
        while (colon < bytes.length && bytes[colon] != ':') colon++;
        int value = Math.min(colon + 1, bytes.length);
        if (value < bytes.length && bytes[value] == ' ') value++;
        switch (new String(bytes, start, colon - start, UTF_8)) {
            case "data" -> {
                data.write(bytes, value, bytes.length - value);
                data.write('\n');
            }
            case "event" -> type = new String(bytes, value, bytes.length - value, UTF_8);
            default -> {}
        }
    }

    private void dispatch() {
        byte[] lines = data.toByteArray();
        String dispatched = type;
        data.reset();
        type = "";
        if (lines.length == 0 && dispatched.isEmpty()) return;
        sink.event(dispatched, lines.length == 0 ? lines : Arrays.copyOf(lines, lines.length - 1));
    }
}
