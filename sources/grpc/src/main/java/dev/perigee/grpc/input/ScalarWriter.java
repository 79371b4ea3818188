package dev.perigee.grpc.input;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.schema.CoercionException;
import java.math.BigInteger;

/** A value of one of protobuf's scalar types but an enum. */
enum ScalarWriter implements ValueWriter {
    BOOL(WireBuffer.VARINT) {
        @Override
        public void write(Object value, Encoding encoding) {
            if (!(value instanceof Boolean truth)) throw Misfit.of("Boolean", value, "not true or false");
            encoding.out().varint(truth ? 1 : 0);
        }
    },
    INT32(WireBuffer.VARINT) {
        @Override
        public void write(Object value, Encoding encoding) {
            encoding.out().varint(IntegerRange.INT32.bits(value));
        }
    },
    SINT32(WireBuffer.VARINT) {
        @Override
        public void write(Object value, Encoding encoding) {
            int number = (int) IntegerRange.INT32.bits(value);
            encoding.out().varint(Integer.toUnsignedLong(number << 1 ^ number >> 31));
        }
    },
    SFIXED32(WireBuffer.FIXED32) {
        @Override
        public void write(Object value, Encoding encoding) {
            encoding.out().fixed32((int) IntegerRange.INT32.bits(value));
        }
    },
    UINT32(WireBuffer.VARINT) {
        @Override
        public void write(Object value, Encoding encoding) {
            encoding.out().varint(IntegerRange.UINT32.bitsOfJava(value));
        }
    },
    FIXED32(WireBuffer.FIXED32) {
        @Override
        public void write(Object value, Encoding encoding) {
            encoding.out().fixed32((int) IntegerRange.UINT32.bitsOfJava(value));
        }
    },
    INT64(WireBuffer.VARINT) {
        @Override
        public void write(Object value, Encoding encoding) {
            encoding.out().varint(IntegerRange.INT64.bits(value));
        }
    },
    SINT64(WireBuffer.VARINT) {
        @Override
        public void write(Object value, Encoding encoding) {
            long number = IntegerRange.INT64.bits(value);
            encoding.out().varint(number << 1 ^ number >> 63);
        }
    },
    SFIXED64(WireBuffer.FIXED64) {
        @Override
        public void write(Object value, Encoding encoding) {
            encoding.out().fixed64(IntegerRange.INT64.bits(value));
        }
    },
    UINT64(WireBuffer.VARINT) {
        @Override
        public void write(Object value, Encoding encoding) {
            encoding.out().varint(IntegerRange.UINT64.bitsOfJava(value));
        }
    },
    FIXED64(WireBuffer.FIXED64) {
        @Override
        public void write(Object value, Encoding encoding) {
            encoding.out().fixed64(IntegerRange.UINT64.bitsOfJava(value));
        }
    },
    FLOAT(WireBuffer.FIXED32) {
        @Override
        public void write(Object value, Encoding encoding) {
            double number = number(value);
            float nearest = (float) number;
            if (Float.isInfinite(nearest) && !Double.isInfinite(number)) {
                throw Misfit.of("Float", value, "outside the range of a float of 32 bits");
            }
            encoding.out().fixed32(Float.floatToRawIntBits(nearest));
        }
    },
    DOUBLE(WireBuffer.FIXED64) {
        @Override
        public void write(Object value, Encoding encoding) {
            encoding.out().fixed64(Double.doubleToRawLongBits(number(value)));
        }
    },
    STRING(WireBuffer.DELIMITED) {
        @Override
        public void write(Object value, Encoding encoding) {
            encoding.out().string(text(value));
        }
    },
    BYTES(WireBuffer.DELIMITED) {
        @Override
        public void write(Object value, Encoding encoding) {
            ByteString bytes = switch (value) {
                case ByteString given -> given;
                case byte[] given -> ByteString.copyFrom(given);
                default -> GrpcScalars.BYTES.coerceInput(value);
            };
            encoding.out().bytes(bytes);
        }
    };

    private final int wireType;

    ScalarWriter(int wireType) {
        this.wireType = wireType;
    }

    static ScalarWriter of(FieldDescriptor.Type type) {
        return switch (type) {
            case BOOL -> BOOL;
            case INT32 -> INT32;
            case SINT32 -> SINT32;
            case SFIXED32 -> SFIXED32;
            case UINT32 -> UINT32;
            case FIXED32 -> FIXED32;
            case INT64 -> INT64;
            case SINT64 -> SINT64;
            case SFIXED64 -> SFIXED64;
            case UINT64 -> UINT64;
            case FIXED64 -> FIXED64;
            case FLOAT -> FLOAT;
            case DOUBLE -> DOUBLE;
            case STRING -> STRING;
            case BYTES -> BYTES;
            case ENUM, MESSAGE, GROUP -> throw new IllegalArgumentException("Not a scalar type: " + type);
        };
    }

    @Override
    public int wireType() {
        return wireType;
    }

    private static double number(Object value) {
        if (!(value instanceof Number number)) throw Misfit.of("Float", value, "not a number");
        double nearest = number.doubleValue();
        boolean isFloating = number instanceof Double || number instanceof Float;
        if (Double.isInfinite(nearest) && !isFloating) throw Misfit.of("Float", value, "outside the range of a double");
        return nearest;
    }

    /** Whole numbers are taken for their digits: an id that another message has as a number. */
    private static String text(Object value) {
        return switch (value) {
            case String text -> text;
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case BigInteger number -> number.toString();
            default -> throw notText(value);
        };
    }

    private static CoercionException notText(Object value) {
        return Misfit.of("String", value, "not a string");
    }
}
