package dev.perigee.sql.graph;

import static dev.perigee.sql.graph.ClientErrors.badInput;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Order;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The place of a row in an order, as text that means nothing to clients: a version, a checksum of the table and the
 * order, the values of the order's columns, and a checksum of it all, in Base64 for URLs. It is not secret, and not
 * signed: whoever makes one up gets a page of the list that they may read anyhow.
 */
public final class Cursor {
    private static final byte VERSION = 1;
    private static final int HEAD = 1 + Integer.BYTES;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Cursor() {}

    /**
     * The cursor of a row.
     *
     * @param order complete, of {@code table}; without hidden columns, and none that can't be compared
     * @param values of the order's columns, in their order, each of the class of its kind
     * @throws IllegalArgumentException if there are not as many values as columns, or a column is hidden
     */
    public static String encode(Table table, List<Order> order, List<? extends @Nullable Object> values) {
        if (order.size() != values.size()) {
            throw new IllegalArgumentException(values.size() + " values for an order of " + order.size() + " columns");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(signature(table, order));
            for (int i = 0; i < values.size(); i++) {
                if (order.get(i).column().isHidden()) {
                    throw new IllegalArgumentException("A hidden column in an order of " + table);
                }
                CursorValues.write(order.get(i).column().type().kind(), values.get(i), out);
            }
            byte[] content = bytes.toByteArray();
            out.writeInt(checksum(content, content.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is no file
        }
        return ENCODER.encodeToString(bytes.toByteArray());
    }

    /**
     * The values that a cursor was made of, in the order of {@code order}.
     *
     * @param argument the name that messages have: {@code after}
     * @throws dev.perigee.data.ClientException with code {@code BAD_USER_INPUT} if it is a cursor of another version,
     *     table or order, or none at all; the message says what to do
     */
    public static List<@Nullable Object> decode(String argument, String text, Table table, List<Order> order) {
        byte[] bytes = bytes(argument, text);
        if (bytes[0] != VERSION) {
            throw badInput("\"" + argument
                    + "\" is a cursor of another version of this server. Begin with the first page" + " again.");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1 - Integer.BYTES);
        if (in.getInt() != signature(table, order)) {
            throw badInput("\"" + argument + "\" is a cursor of another list, or of another order of this one. Give the"
                    + " same \"orderBy\" as for the page that it came from, or begin with the first page again.");
        }
        try {
            List<@Nullable Object> values = new ArrayList<>(order.size());
            for (Order each : order)
                values.add(CursorValues.read(each.column().type().kind(), in));
            if (in.hasRemaining()) throw noCursor(argument);
            return Collections.unmodifiableList(values);
        } catch (BufferUnderflowException | CharacterCodingException | DateTimeException | ArithmeticException e) {
            throw noCursor(argument);
        }
    }

    /** The bytes if they are whole, at least a head and a checksum. */
    private static byte[] bytes(String argument, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text.getBytes(UTF_8));
        } catch (IllegalArgumentException noBase64) {
            throw noCursor(argument);
        }
        int length = bytes.length - Integer.BYTES;
        if (length < HEAD || ByteBuffer.wrap(bytes).getInt(length) != checksum(bytes, length)) throw noCursor(argument);
        return bytes;
    }

    private static RuntimeException noCursor(String argument) {
        return badInput(
                "\"" + argument + "\" is not a cursor. Give one that \"pageInfo\" or an edge of this list has.");
    }

    private static int signature(Table table, List<Order> order) {
        StringBuilder text = new StringBuilder(table.typeName()).append('\0').append(table);
        for (Order each : order) {
            text.append('\0')
                    .append(each.column())
                    .append('\0')
                    .append(each.column().type().kind());
            text.append(each.isDescending() ? '-' : '+').append(each.nullsFirst() ? '-' : '+');
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        return checksum(bytes, bytes.length);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}
