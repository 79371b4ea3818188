package dev.perigee.grpc.input;

import com.google.protobuf.FieldMask;
import dev.perigee.schema.CoercionException;
import java.time.Duration;
import java.time.Instant;

/** A message of a well-known type that is a scalar in the graph. */
enum WellKnownWriter implements ValueWriter {
    TIMESTAMP {
        @Override
        void writeFields(Object value, Encoding encoding) {
            Instant instant = value instanceof Instant given
                    ? given
                    : GrpcScalars.TIMESTAMP.coerceInput(GrpcScalars.TIMESTAMP.coerceResult(value));
            boolean fits = !instant.isBefore(TimestampCoercion.FIRST) && instant.isBefore(TimestampCoercion.END);
            if (!fits) throw Misfit.of("Timestamp", instant.toString(), "outside the years 1 to 9999");
            writeParts(instant.getEpochSecond(), instant.getNano(), encoding);
        }
    },
    DURATION {
        @Override
        void writeFields(Object value, Encoding encoding) {
            Duration duration = value instanceof Duration given
                    ? given
                    : GrpcScalars.DURATION.coerceInput(GrpcScalars.DURATION.coerceResult(value));
            DurationCoercion.inRange(duration, duration.toString());
            boolean isRoundedDown = duration.isNegative() && duration.getNano() != 0;
            writeParts(
                    duration.getSeconds() + (isRoundedDown ? 1 : 0),
                    duration.getNano() - (isRoundedDown ? 1_000_000_000 : 0),
                    encoding);
        }
    },
    FIELD_MASK {
        @Override
        void writeFields(Object value, Encoding encoding) {
            FieldMask mask = value instanceof FieldMask given ? given : GrpcScalars.FIELD_MASK.coerceInput(value);
            for (String path : mask.getPathsList()) Tagged.write(1, ScalarWriter.STRING, path, encoding);
        }
    },
    /** An empty message: {@code true}, since false would say that it isn't there. */
    EMPTY {
        @Override
        void writeFields(Object value, Encoding encoding) {
            if (Boolean.TRUE.equals(value)) return;
            throw new CoercionException("It is " + Shown.value(value) + ", and can only be true, or left out.");
        }
    };

    @Override
    public int wireType() {
        return WireBuffer.DELIMITED;
    }

    @Override
    public void write(Object value, Encoding encoding) {
        int start = encoding.beginMessage();
        writeFields(value, encoding);
        encoding.endMessage(start);
    }

    abstract void writeFields(Object value, Encoding encoding);

    private static void writeParts(long seconds, int nanos, Encoding encoding) {
        if (seconds != 0) Tagged.write(1, ScalarWriter.INT64, seconds, encoding);
        if (nanos != 0) Tagged.write(2, ScalarWriter.INT32, nanos, encoding);
    }
}
