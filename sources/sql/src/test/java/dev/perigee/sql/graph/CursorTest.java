package dev.perigee.sql.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.data.ClientException;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Order;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class CursorTest {
    private static final Table TABLE = everyKind();
    private static final List<Order> ORDER = TABLE.columns().stream()
            .filter(column -> column.type().kind().isComparable())
            .map(Order::ascending)
            .toList();
    private static final List<Object> VALUES = List.of(
            true,
            -5,
            Long.MIN_VALUE,
            new BigDecimal("-123456789012345678901234567890.10"),
            Double.NaN,
            "a\0é😀",
            new UUID(1, 2),
            LocalDate.of(2026, 1, 31),
            LocalTime.of(23, 59, 59, 999_999_999),
            LocalDateTime.of(-44, 3, 15, 12, 0),
            Instant.parse("2026-01-01T00:00:00.000000001Z"));

    @Test
    void keepsValuesOfEveryKind() {
        String cursor = Cursor.encode(TABLE, ORDER, VALUES);
        assertThat(cursor).matches("[-_A-Za-z0-9]+");
        assertThat(Cursor.decode("after", cursor, TABLE, ORDER)).isEqualTo(VALUES);
    }

    @Test
    void keepsNulls() {
        List<Object> nulls = new ArrayList<>(Collections.nCopies(ORDER.size(), null));
        assertThat(Cursor.decode("after", Cursor.encode(TABLE, ORDER, nulls), TABLE, ORDER))
                .isEqualTo(nulls);
        assertThat(Cursor.decode("after", Cursor.encode(TABLE, List.of(), List.of()), TABLE, List.of()))
                .isEmpty();
    }

    @Test
    void belongsToItsOrderAndTable() {
        Table post = Library.POST;
        List<Order> order = List.of(Order.ascending(post.column("id")));
        String cursor = Cursor.encode(post, order, List.of(5L));
        Column id = post.column("id");
        refused(cursor, post, List.of(new Order(id, true, false)), "is a cursor of another list");
        refused(cursor, post, List.of(new Order(id, false, true)), "is a cursor of another list");
        refused(cursor, post, List.of(Order.ascending(post.column("authorId"))), "is a cursor of another list");
        refused(cursor, Library.ACCOUNT, order, "is a cursor of another list");
        refused(
                cursor,
                post,
                OrderReader.read(post, null).reversed().stream()
                        .map(Order::reversed)
                        .toList(),
                "is a cursor");
        assertThat(Cursor.decode("after", cursor, post, order)).isEqualTo(List.of(5L));
    }

    @Test
    void belongsToItsVersion() {
        byte[] bytes = Base64.getUrlDecoder().decode(Cursor.encode(TABLE, ORDER, VALUES));
        bytes[0] = 2;
        refused(text(signed(bytes)), TABLE, ORDER, "is a cursor of another version of this server. Begin with");
    }

    @Test
    void isRefusedIfChanged() {
        String cursor = Cursor.encode(TABLE, ORDER, VALUES);
        refused("", TABLE, ORDER, "is not a cursor");
        refused("===", TABLE, ORDER, "is not a cursor");
        refused("é", TABLE, ORDER, "is not a cursor");
        refused(cursor.substring(4), TABLE, ORDER, "is not a cursor");
        refused(cursor + "AAAA", TABLE, ORDER, "is not a cursor");
    }

    @Test
    void hasNoHiddenValues() {
        List<Order> order = List.of(Order.ascending(Library.ACCOUNT.column("passwordHash")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cursor.encode(Library.ACCOUNT, order, List.of("x")))
                .withMessage("A hidden column in an order of account");
    }

    /** Any bytes, also such as have the right head and checksum, give values of the right classes or the one error. */
    @Test
    void refusesAnythingElse() {
        Random random = new Random(7);
        byte[] cursor = Base64.getUrlDecoder().decode(Cursor.encode(TABLE, ORDER, VALUES));
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = i % 2 == 0 ? changed(cursor, random) : new byte[random.nextInt(80)];
            if (i % 2 == 1) random.nextBytes(bytes);
            if (i % 4 == 1 && bytes.length >= 9) System.arraycopy(cursor, 0, bytes, 0, 5);
            if (i % 5 > 0 && bytes.length >= 4) signed(bytes);
            String text = i % 7 == 0 ? new String(bytes, StandardCharsets.ISO_8859_1) : text(bytes);
            try {
                List<Object> values = Cursor.decode("after", text, TABLE, ORDER);
                for (int column = 0; column < values.size(); column++) {
                    Class<?> expected = ORDER.get(column).column().type().kind().javaClass();
                    assertThat(values.get(column) == null || expected.isInstance(values.get(column)))
                            .isTrue();
                }
            } catch (ClientException e) {
                assertThat(e.code()).isEqualTo("BAD_USER_INPUT");
            }
        }
    }

    private static byte[] changed(byte[] cursor, Random random) {
        byte[] bytes = random.nextBoolean() ? cursor.clone() : Arrays.copyOf(cursor, 9 + random.nextInt(cursor.length));
        for (int times = random.nextInt(3); times >= 0; times--) {
            bytes[5 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static byte[] signed(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, bytes.length - 4);
        ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) checksum.getValue());
        return bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void refused(String cursor, Table table, List<Order> order, String message) {
        assertThatThrownBy(() -> Cursor.decode("after", cursor, table, order))
                .isInstanceOfSatisfying(
                        ClientException.class, e -> assertThat(e.code()).isEqualTo("BAD_USER_INPUT"))
                .hasMessageStartingWith("\"after\" " + message);
    }

    private static Table everyKind() {
        TableSketch sketch = new TableSketch("Every");
        for (Kind kind : Kind.values()) sketch.column(kind.name().toLowerCase(java.util.Locale.ROOT), kind);
        return sketch.table();
    }
}
