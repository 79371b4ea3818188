package dev.perigee.grpc.input;

import dev.perigee.schema.Coercion;
import java.util.Map;

/**
 * The scalars of a graph of services besides those that every schema has. What their values are in Java, in arguments
 * and on the way to a call, and what Java code may return for them:
 *
 * <table>
 * <caption>Scalars</caption>
 * <tr><th></th><th>input</th><th>in Java</th><th>results</th><th>output</th></tr>
 * <tr><td>UInt32</td><td>a whole number, or its digits as a string</td><td>Long</td>
 *     <td>as input; a negative Integer stands for its 32 bits</td><td>number</td></tr>
 * <tr><td>Int64</td><td>the same</td><td>Long</td><td>as input</td><td>string</td></tr>
 * <tr><td>UInt64</td><td>the same</td><td>BigInteger</td><td>as input; a negative Long stands for its 64 bits</td>
 *     <td>string</td></tr>
 * <tr><td>Bytes</td><td>Base64, either alphabet, padded or not</td><td>ByteString</td>
 *     <td>ByteString, byte[], ByteBuffer; Base64</td><td>Base64, standard, padded</td></tr>
 * <tr><td>Timestamp</td><td>RFC 3339</td><td>Instant</td><td>Instant, OffsetDateTime, ZonedDateTime, protobuf's
 *     Timestamp; text as input</td><td>RFC 3339 in UTC</td></tr>
 * <tr><td>Duration</td><td>{@code 1.5s}</td><td>java.time.Duration</td><td>that, or protobuf's Duration; text as
 *     input</td><td>{@code 1.500s}</td></tr>
 * <tr><td>FieldMask</td><td>{@code displayName,address.zipCode}</td><td>protobuf's FieldMask</td>
 *     <td>that; a list of paths in snake_case; text as input</td><td>as input</td></tr>
 * <tr><td>JSON</td><td>anything</td><td>String, Boolean, Number, List, Map</td>
 *     <td>those; protobuf's Struct, Value, ListValue</td><td>as it is</td></tr>
 * <tr><td>Any</td><td>an object with {@code @type}</td><td>Map</td><td>Map; protobuf's Any, with its bytes as Base64
 *     </td><td>an object with {@code @type}</td></tr>
 * </table>
 *
 * @see <a href="https://protobuf.dev/programming-guides/json/">ProtoJSON</a>
 */
public final class GrpcScalars {
    static final BytesCoercion BYTES = new BytesCoercion();
    static final TimestampCoercion TIMESTAMP = new TimestampCoercion();
    static final DurationCoercion DURATION = new DurationCoercion();
    static final FieldMaskCoercion FIELD_MASK = new FieldMaskCoercion();
    static final JsonCoercion JSON = new JsonCoercion();
    static final AnyCoercion ANY = new AnyCoercion();

    private static final Map<String, Coercion> COERCIONS = all(true);
    private static final Map<String, Coercion> COERCIONS_WITH_NUMBERS = all(false);

    private GrpcScalars() {}

    /** By the name of the scalar; immutable, safe to share between threads. */
    public static Map<String, Coercion> coercions() {
        return COERCIONS;
    }

    /** The same for graphs whose 64-bit integers are numbers in JSON. */
    public static Map<String, Coercion> coercionsWithNumbers() {
        return COERCIONS_WITH_NUMBERS;
    }

    private static Map<String, Coercion> all(boolean isText) {
        return Map.of(
                IntegerRange.UINT32.scalar(),
                new IntegerCoercion(IntegerRange.UINT32, false),
                IntegerRange.INT64.scalar(),
                new IntegerCoercion(IntegerRange.INT64, isText),
                IntegerRange.UINT64.scalar(),
                new IntegerCoercion(IntegerRange.UINT64, isText),
                "Bytes",
                BYTES,
                "Timestamp",
                TIMESTAMP,
                "Duration",
                DURATION,
                "FieldMask",
                FIELD_MASK,
                "JSON",
                JSON,
                "Any",
                ANY);
    }
}
