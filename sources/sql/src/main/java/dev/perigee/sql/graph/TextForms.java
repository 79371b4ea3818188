package dev.perigee.sql.graph;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The scalars that are written as text of one form. The patterns are stricter than the parsers of the JDK, which let
 * seconds be left out, and years have more digits than four.
 */
final class TextForms {
    private static final String FULL_DATE = "\\d{4}-\\d\\d-\\d\\d";
    private static final String PARTIAL_TIME = "\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?";
    private static final String OFFSET = "([Zz]|[+-]\\d\\d:\\d\\d)";
    private static final int LAST_YEAR = 9999;
    private static final Instant FIRST = LocalDateTime.of(0, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    private static final Instant END =
            LocalDateTime.of(LAST_YEAR + 1, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);

    static final TextCoercion<java.util.UUID> UUID = new TextCoercion<>(
            GraphScalar.UUID,
            java.util.UUID.class,
            "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
            "not a UUID, such as \"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"",
            java.util.UUID::fromString,
            java.util.UUID::toString);
    static final TextCoercion<LocalDate> DATE = new TextCoercion<>(
            GraphScalar.DATE,
            LocalDate.class,
            FULL_DATE,
            "not a date, such as \"2026-02-28\"",
            LocalDate::parse,
            date -> isInRange(date.getYear()) ? date.toString() : null);
    static final TextCoercion<LocalTime> TIME = new TextCoercion<>(
            GraphScalar.TIME,
            LocalTime.class,
            PARTIAL_TIME,
            "not a time of day, such as \"23:59:00\"",
            LocalTime::parse,
            DateTimeFormatter.ISO_LOCAL_TIME::format);
    static final TextCoercion<LocalDateTime> LOCAL_DATE_TIME = new TextCoercion<>(
            GraphScalar.LOCAL_DATE_TIME,
            LocalDateTime.class,
            FULL_DATE + "[Tt]" + PARTIAL_TIME,
            "not a date and time without a zone, such as \"2026-02-28T23:59:00\"",
            LocalDateTime::parse,
            time -> isInRange(time.getYear()) ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time) : null);
    static final TextCoercion<Instant> DATE_TIME = new TextCoercion<>(
            GraphScalar.DATE_TIME,
            Instant.class,
            FULL_DATE + "[Tt]" + PARTIAL_TIME + OFFSET,
            "not a point in time, such as \"2026-02-28T23:59:00Z\"",
            text -> OffsetDateTime.parse(text).toInstant(),
            TextForms::inUtc);
    static final TextCoercion<byte[]> BASE64 = new TextCoercion<>(
            GraphScalar.BASE64,
            byte[].class,
            "([A-Za-z0-9+/]{4})*+([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?",
            "not Base64 with padding, such as \"AP8=\"",
            Base64.getDecoder()::decode,
            Base64.getEncoder()::encodeToString);

    private TextForms() {}

    private static @Nullable String inUtc(Instant instant) {
        return instant.isBefore(FIRST) || !instant.isBefore(END) ? null : instant.toString();
    }

    private static boolean isInRange(int year) {
        return year >= 0 && year <= LAST_YEAR;
    }
}
