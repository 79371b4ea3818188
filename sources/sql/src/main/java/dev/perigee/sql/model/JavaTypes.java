package dev.perigee.sql.model;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which types of components are columns, and of which kind. */
final class JavaTypes {
    private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
            Map.entry(boolean.class, Kind.BOOLEAN),
            Map.entry(Boolean.class, Kind.BOOLEAN),
            Map.entry(byte.class, Kind.INTEGER),
            Map.entry(Byte.class, Kind.INTEGER),
            Map.entry(short.class, Kind.INTEGER),
            Map.entry(Short.class, Kind.INTEGER),
            Map.entry(int.class, Kind.INTEGER),
            Map.entry(Integer.class, Kind.INTEGER),
            Map.entry(long.class, Kind.BIGINT),
            Map.entry(Long.class, Kind.BIGINT),
            Map.entry(float.class, Kind.DOUBLE),
            Map.entry(Float.class, Kind.DOUBLE),
            Map.entry(double.class, Kind.DOUBLE),
            Map.entry(Double.class, Kind.DOUBLE),
            Map.entry(BigDecimal.class, Kind.DECIMAL),
            Map.entry(String.class, Kind.TEXT),
            Map.entry(UUID.class, Kind.UUID),
            Map.entry(LocalDate.class, Kind.DATE),
            Map.entry(LocalTime.class, Kind.TIME),
            Map.entry(LocalDateTime.class, Kind.TIMESTAMP),
            Map.entry(Instant.class, Kind.INSTANT),
            Map.entry(byte[].class, Kind.BINARY));

    private JavaTypes() {}

    /** Null where the type is no column's. */
    static @Nullable Kind kindOf(Type type) {
        if (!(type instanceof Class<?> plain)) return null;
        return plain.isEnum() ? Kind.TEXT : KINDS.get(plain);
    }
}
