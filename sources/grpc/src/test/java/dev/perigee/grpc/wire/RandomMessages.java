package dev.perigee.grpc.wire;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import dev.perigee.grpc.testing.wire.Square;
import java.util.List;
import java.util.Random;

/** Messages with anything in their fields, the same for the same seed. */
final class RandomMessages {
    private static final int[] INTS = {0, 1, -1, 127, 128, 300, -129, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE};
    private static final long[] LONGS = {0, 1, -1, 1L << 31, 1L << 53, -(1L << 40), Long.MAX_VALUE, Long.MIN_VALUE};
    private static final double[] DOUBLES = {0, -0.0, 1, -1.5, 0.1, 1e-7, 123.456, 1e21, 5e-324, Double.MAX_VALUE, 0.29
    };
    private static final float[] FLOATS = {0, -0.0f, 1, 0.1f, 3.4e38f, 1e-45f, 999.999f, 16777216f, 0.001f, 123456.7f};
    private static final List<String> STRINGS = List.of(
            "",
            "a",
            "plain text of some length",
            "seven77",
            "eight888",
            "\"quoted\" and \\ back",
            "line\nbreak\ttab\u0001\u001f\u007f",
            "žluťoučký kůň",
            "日本語のテキスト",
            "😀 and \u2028",
            "12345678\n12345678\"");

    private final Random random;

    RandomMessages(long seed) {
        this.random = new Random(seed);
    }

    Message next(Descriptor type, int levels) {
        if (type.getFullName().startsWith("google.protobuf.")) return wellKnown(type, levels);
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        for (FieldDescriptor field : type.getFields()) if (isSet(field, levels)) set(message, field, levels - 1);
        if (random.nextInt(4) == 0) message.setUnknownFields(unknown());
        return message.buildPartial();
    }

    private boolean isSet(FieldDescriptor field, int levels) {
        if (field.isRequired()) return true;
        if (levels <= 1 && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) return false;
        OneofDescriptor oneof = field.getRealContainingOneof();
        if (oneof != null) return random.nextInt(oneof.getFieldCount()) == 0;
        return random.nextInt(10) < 4;
    }

    private void set(DynamicMessage.Builder message, FieldDescriptor field, int levels) {
        if (!field.isRepeated()) {
            message.setField(field, value(field, levels));
            return;
        }
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) message.addRepeatedField(field, value(field, levels));
    }

    private Object value(FieldDescriptor field, int levels) {
        return switch (field.getJavaType()) {
            case INT -> random.nextBoolean() ? INTS[random.nextInt(INTS.length)] : random.nextInt();
            case LONG -> random.nextBoolean() ? LONGS[random.nextInt(LONGS.length)] : random.nextLong();
            case FLOAT -> random.nextBoolean() ? FLOATS[random.nextInt(FLOATS.length)] : (float) random.nextGaussian();
            case DOUBLE -> random.nextBoolean() ? DOUBLES[random.nextInt(DOUBLES.length)] : random.nextGaussian() * 1e9;
            case BOOLEAN -> random.nextBoolean();
            case STRING -> STRINGS.get(random.nextInt(STRINGS.size()));
            case BYTE_STRING -> bytes();
            case ENUM ->
                field.getEnumType()
                        .getValues()
                        .get(random.nextInt(field.getEnumType().getValues().size()));
            case MESSAGE -> next(field.getMessageType(), levels);
        };
    }

    private ByteString bytes() {
        byte[] bytes = new byte[random.nextInt(12)];
        random.nextBytes(bytes);
        return ByteString.copyFrom(bytes);
    }

    private static UnknownFieldSet unknown() {
        UnknownFieldSet group = UnknownFieldSet.newBuilder()
                .addField(1, UnknownFieldSet.Field.newBuilder().addVarint(3).build())
                .build();
        return UnknownFieldSet.newBuilder()
                .addField(
                        9999,
                        UnknownFieldSet.Field.newBuilder()
                                .addVarint(-1)
                                .addFixed32(2)
                                .addFixed64(3)
                                .addLengthDelimited(ByteString.copyFromUtf8("unknown"))
                                .addGroup(group)
                                .build())
                .build();
    }

    private Message wellKnown(Descriptor type, int levels) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        switch (type.getName()) {
            case "Timestamp" -> time(message, random.nextLong(-62135596800L, 253402300800L), true);
            case "Duration" -> time(message, random.nextLong(-315576000000L, 315576000001L), false);
            case "FieldMask" -> {
                for (int i = random.nextInt(3); i >= 0; i--)
                    message.addRepeatedField(
                            type.findFieldByNumber(1),
                            List.of("a", "b_cd", "e_f.gh_i").get(i));
            }
            case "Any" -> {
                Any any = Any.pack(Square.newBuilder()
                        .setSide(random.nextInt(3))
                        .setLabel("any")
                        .build());
                if (random.nextBoolean()) any = Any.pack(any);
                return any;
            }
            case "Value" -> {
                int number = 1 + random.nextInt(levels > 1 ? 6 : 4);
                set(message, type.findFieldByNumber(number), levels - 1);
            }
            default -> {
                for (FieldDescriptor field : type.getFields()) set(message, field, levels - 1);
            }
        }
        return message.buildPartial();
    }

    private void time(DynamicMessage.Builder message, long seconds, boolean isTimestamp) {
        int nanos = List.of(0, 1_000_000, 1_000, 1, 999_999_999, 120_000_000).get(random.nextInt(6));
        message.setField(message.getDescriptorForType().findFieldByNumber(1), seconds);
        message.setField(
                message.getDescriptorForType().findFieldByNumber(2), isTimestamp || seconds >= 0 ? nanos : -nanos);
    }
}
