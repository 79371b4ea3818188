package dev.perigee.sql.graph;

import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Column.Trait;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scalars that columns have in the graph. */
enum GraphScalar {
    ID("ID", null, null),
    STRING("String", null, null),
    INT("Int", null, null),
    FLOAT("Float", null, null),
    BOOLEAN("Boolean", null, null),
    BIG_INT("BigInt", "A whole number of 64 bits, written as a string. As input, a number is accepted too.", null),
    DECIMAL("Decimal", "An exact decimal number, written as a string. As input, a number is accepted too.", null),
    UUID("UUID", "A universally unique identifier.", "https://www.rfc-editor.org/rfc/rfc9562"),
    DATE("Date", "A date: a `full-date` of RFC 3339.", "https://www.rfc-editor.org/rfc/rfc3339"),
    TIME(
            "Time",
            "A time of day without a zone: a `partial-time` of RFC 3339, to the nanosecond.",
            "https://www.rfc-editor.org/rfc/rfc3339"),
    LOCAL_DATE_TIME(
            "LocalDateTime",
            "Date and time without a zone: a `full-date`, `T`, and a `partial-time` of RFC 3339, to the nanosecond.",
            null),
    DATE_TIME(
            "DateTime",
            "A point in time: a `date-time` of RFC 3339, to the nanosecond. It is given in UTC.",
            "https://www.rfc-editor.org/rfc/rfc3339"),
    BASE64("Base64", "Bytes, written as Base64 with padding.", "https://www.rfc-editor.org/rfc/rfc4648"),
    JSON("JSON", "Any JSON value.", "https://www.rfc-editor.org/rfc/rfc8259");

    private static final List<String> EQUALITY = List.of("eq", "ne", "in");
    private static final List<String> COMPARISON = List.of("eq", "ne", "in", "lt", "le", "gt", "ge");

    private final String typeName;
    private final @Nullable String description;
    private final @Nullable String specifiedBy;

    GraphScalar(String typeName, @Nullable String description, @Nullable String specifiedBy) {
        this.typeName = typeName;
        this.description = description;
        this.specifiedBy = specifiedBy;
    }

    /** A reference is an ID, unless its kind has no text that stands for one value only: then it is what its kind is. */
    static GraphScalar of(Column column) {
        boolean isReference = column.is(Trait.REFERENCE);
        return switch (column.type().kind()) {
            case BOOLEAN -> BOOLEAN;
            case INTEGER -> isReference ? ID : INT;
            case BIGINT -> isReference ? ID : BIG_INT;
            case DECIMAL -> DECIMAL;
            case DOUBLE -> FLOAT;
            case TEXT -> isReference ? ID : STRING;
            case UUID -> isReference ? ID : UUID;
            case DATE -> DATE;
            case TIME -> TIME;
            case TIMESTAMP -> LOCAL_DATE_TIME;
            case INSTANT -> DATE_TIME;
            case BINARY -> BASE64;
            case JSON -> JSON;
        };
    }

    String typeName() {
        return typeName;
    }

    /** Null of a scalar that every schema has. */
    @Nullable String description() {
        return description;
    }

    @Nullable String specifiedBy() {
        return specifiedBy;
    }

    String filterName() {
        return typeName + "Filter";
    }

    /** The operators of its filter that take a value, or of {@code in} a list of them; {@code isNull} is in all. */
    List<String> operators() {
        return switch (this) {
            case BOOLEAN -> List.of("eq", "ne");
            case ID -> EQUALITY;
            case BASE64, JSON -> List.of();
            default -> COMPARISON;
        };
    }

    /** Whether {@code min} and {@code max} exist for it in every database, and mean something. */
    boolean hasExtremes() {
        return switch (this) {
            case ID, BOOLEAN, UUID, BASE64, JSON -> false;
            default -> true;
        };
    }
}
