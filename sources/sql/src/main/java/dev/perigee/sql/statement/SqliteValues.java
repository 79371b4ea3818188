package dev.perigee.sql.statement;

import dev.perigee.sql.model.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What values are stored as in SQLite, which has whole numbers, floating point, text and bytes alone. Each form sorts as
 * its values do:
 *
 * <ul>
 *   <li>booleans are 0 and 1;
 *   <li>decimals are numbers, of at most 15 digits: a longer one is refused instead of rounded;
 *   <li>UUIDs are text of 36 characters in lower case;
 *   <li>dates and times are text as SQLite's own functions make it, {@code 2024-02-29 13:45:00.5}; a point in time is that
 *       of UTC, as {@code current_timestamp} has it.
 * </ul>
 */
final class SqliteValues {
    /** What a double keeps exactly. */
    private static final MathContext EXACT = new MathContext(15, RoundingMode.HALF_EVEN);

    /** SQLSTATE of a number that is out of range. */
    private static final String OUT_OF_RANGE = "22003";
    /** Stands between the halves of a sum: the upper 32 bits' and the lower 32 bits'. */
    static final String HALVES = ":";

    private SqliteValues() {}

    static void bind(PreparedStatement statement, int index, Bind bind) throws SQLException {
        switch (bind) {
            case Bind.One one -> bindOne(statement, index, one.value());
            case Bind.Many many -> throw new IllegalArgumentException("SQLite has no arrays, for " + many.type());
            case Bind.Json json -> statement.setString(index, SqliteJson.write(json.values()));
        }
    }

    private static void bindOne(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value == null ? null : stored(value)) {
            case null -> statement.setNull(index, java.sql.Types.NULL);
            case Long number -> statement.setLong(index, number);
            case Double number -> statement.setDouble(index, number);
            case byte[] bytes -> statement.setBytes(index, bytes);
            case Object text -> statement.setString(index, text.toString());
        }
    }

    /** What a value is stored as: a long, a double, a string or bytes. */
    static Object stored(Object value) throws SQLException {
        return switch (value) {
            case Boolean bool -> bool ? 1L : 0L;
            case Integer number -> number.longValue();
            case BigDecimal decimal -> number(decimal);
            case UUID uuid -> uuid.toString();
            case LocalDate date -> date.toString();
            case LocalTime time -> SqliteTime.write(time);
            case LocalDateTime time -> SqliteTime.write(time);
            case Instant instant -> SqliteTime.write(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
            default -> value;
        };
    }

    private static Object number(BigDecimal decimal) throws SQLException {
        BigDecimal bare = decimal.stripTrailingZeros();
        if (bare.scale() <= 0 && bare.precision() - bare.scale() <= 18) return bare.longValueExact();
        if (bare.precision() <= EXACT.getPrecision()) return bare.doubleValue();
        String message = "SQLite can't hold %s exactly: it has decimals of at most %d digits.";
        throw new SQLDataException(message.formatted(decimal, EXACT.getPrecision()), OUT_OF_RANGE);
    }

    static @Nullable Object read(ResultSet row, int index, SqlType type) throws SQLException {
        return switch (type.kind()) {
            case DECIMAL -> decimal(row.getObject(index), type);
            case UUID, DATE, TIME, TIMESTAMP, INSTANT -> {
                String text = row.getString(index);
                yield text == null ? null : parsed(text, type);
            }
            default -> JdbcValues.read(row, index, type.kind());
        };
    }

    private static Object parsed(String text, SqlType type) throws SQLException {
        try {
            return switch (type.kind()) {
                case UUID -> UUID.fromString(text);
                case DATE -> SqliteTime.date(text);
                case TIME -> SqliteTime.time(text, 0);
                case TIMESTAMP -> SqliteTime.dateTime(text);
                default -> SqliteTime.dateTime(text).toInstant(ZoneOffset.UTC);
            };
        } catch (RuntimeException e) {
            throw new SQLException("Expected %s, found \"%s\".".formatted(type, text), e);
        }
    }

    /** A double is what is left of a decimal of 15 digits. The column's scale, if it has one, is given back to it. */
    private static @Nullable BigDecimal decimal(@Nullable Object value, SqlType type) throws SQLException {
        BigDecimal decimal = switch (value) {
            case null -> null;
            case Double number -> bare(BigDecimal.valueOf(number).round(EXACT));
            case Number number -> BigDecimal.valueOf(number.longValue());
            case String halves when halves.contains(HALVES) -> sum(halves);
            default -> throw new SQLException("Expected %s, found \"%s\".".formatted(type, value));
        };
        if (decimal == null || decimal.scale() >= type.scale()) return decimal;
        return decimal.setScale(type.scale(), RoundingMode.UNNECESSARY);
    }

    private static BigDecimal sum(String halves) {
        int middle = halves.indexOf(HALVES);
        BigInteger upper = new BigInteger(halves.substring(0, middle));
        return new BigDecimal(upper.shiftLeft(Integer.SIZE).add(new BigInteger(halves.substring(middle + 1))));
    }

    private static BigDecimal bare(BigDecimal decimal) {
        BigDecimal bare = decimal.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0, RoundingMode.UNNECESSARY) : bare;
    }
}
