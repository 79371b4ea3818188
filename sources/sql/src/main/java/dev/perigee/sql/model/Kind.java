package dev.perigee.sql.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/** The kinds of values that columns have: one Java class each, whatever database it comes from. */
public enum Kind {
    BOOLEAN(Boolean.class),
    /** Whole numbers of up to 32 bits. */
    INTEGER(Integer.class),
    /** Whole numbers of up to 64 bits. */
    BIGINT(Long.class),
    DECIMAL(BigDecimal.class),
    /** Floating point, single or double. */
    DOUBLE(Double.class),
    /** Character strings of any length, and what has no other kind, in the database's own text form. */
    TEXT(String.class),
    UUID(UUID.class),
    DATE(LocalDate.class),
    TIME(LocalTime.class),
    /** Date and time as a clock on the wall shows it, without a zone. */
    TIMESTAMP(LocalDateTime.class),
    /** A point in time. */
    INSTANT(Instant.class),
    BINARY(byte[].class),
    /** JSON text. */
    JSON(String.class);

    private final Class<?> javaClass;

    Kind(Class<?> javaClass) {
        this.javaClass = javaClass;
    }

    /** The class of its values everywhere in Perigee: read from rows, bound as parameters, in cursors. */
    public Class<?> javaClass() {
        return javaClass;
    }

    /** Whether values can be compared, sorted and grouped in every database. */
    public boolean isComparable() {
        return this != BINARY && this != JSON;
    }

    /** Whether sums and averages can be made. */
    public boolean isNumeric() {
        return this == INTEGER || this == BIGINT || this == DECIMAL || this == DOUBLE;
    }
}
