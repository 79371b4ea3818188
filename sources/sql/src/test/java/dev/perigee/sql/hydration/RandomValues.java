package dev.perigee.sql.hydration;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Values of columns at random, few of each kind so that many are equal, and the forms that they have in a graph. */
final class RandomValues {
    private static final List<String> TEXTS =
            List.of("", "a", "A", "b", "ab", "it's", "100%", "a_b", "\\", "é", "日本", "\"q\"", "a b", "[a]*", "$1 ?");
    private static final LocalDateTime EPOCH = LocalDateTime.of(2024, 2, 28, 23, 59, 59);

    private RandomValues() {}

    static Object any(Kind kind, Random random) {
        int number = random.nextInt(5);
        return switch (kind) {
            case BOOLEAN -> random.nextBoolean();
            case INTEGER -> number - 2;
            case BIGINT -> number == 0 ? Long.valueOf(1L << 60) : Long.valueOf(number);
            case DECIMAL -> BigDecimal.valueOf(number * 125L - 250, 2);
            case DOUBLE -> number / 4.0;
            case TEXT -> TEXTS.get(random.nextInt(TEXTS.size()));
            case UUID -> new UUID(number == 0 ? -1 : number, number);
            case DATE -> EPOCH.toLocalDate().plusDays(number);
            case TIME -> LocalTime.of(number, 30, 1, number * 1_000);
            case TIMESTAMP -> EPOCH.plusSeconds(number).plusNanos(number * 1_000);
            case INSTANT -> Instant.ofEpochSecond(1_700_000_000L + number, number * 1_000);
            case BINARY, JSON -> throw new IllegalArgumentException("Not compared: " + kind);
        };
    }

    /** A value that no other number gives. */
    static Object key(Kind kind, int number) {
        return switch (kind) {
            case INTEGER -> number;
            case BIGINT -> (1L << 40) + number;
            case TEXT -> TEXTS.get(number % TEXTS.size()) + number;
            case UUID -> new UUID(number % 2 == 0 ? number : -number, number);
            default -> throw new IllegalArgumentException("No key: " + kind);
        };
    }

    /** Another key for each number from 1 on; those of one number sort as the keys themselves. */
    static Object copyOfKey(Object key, int number) {
        return switch (key) {
            case Integer value -> value + number * 1_000_000;
            case Long value -> value + number * 1_000_000L;
            case UUID value ->
                new UUID(value.getMostSignificantBits(), value.getLeastSignificantBits() + number * 1_000_000L);
            default -> key + "#" + number;
        };
    }

    /** What a column's value is in a response, as JSON has it. */
    static Object output(Column column, Object value) {
        boolean isId = column.is(Column.Trait.REFERENCE);
        return switch (value) {
            case null -> null;
            case Integer number -> isId ? number.toString() : number;
            case Boolean bool -> bool;
            case Double number -> number;
            case BigDecimal number -> number.toPlainString();
            case LocalTime time -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
            case LocalDateTime time -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
            default -> value.toString();
        };
    }

    /** The value that a JSON value stands for, as an argument. */
    static Object input(Column column, Object json) {
        String text = String.valueOf(json);
        return switch (column.type().kind()) {
            case BOOLEAN -> json;
            case INTEGER -> Integer.valueOf(text);
            case BIGINT -> Long.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case DOUBLE -> Double.valueOf(text);
            case TEXT -> text;
            case UUID -> UUID.fromString(text);
            case DATE -> LocalDate.parse(text);
            case TIME -> LocalTime.parse(text);
            case TIMESTAMP -> LocalDateTime.parse(text);
            case INSTANT -> Instant.parse(text);
            case BINARY, JSON -> throw new IllegalArgumentException("Not compared: " + column);
        };
    }
}
