package dev.perigee.grpc.input;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.FieldMask;
import com.google.protobuf.ListValue;
import com.google.protobuf.Message;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import dev.perigee.grpc.testing.input.Kitchen3;
import java.util.List;
import java.util.Random;

/** Messages of any type, with the values where formats go wrong more often than chance would have them. */
public final class RandomMessages {
    private static final int MOST_DEPTH = 4;
    private static final long MOST_SECONDS = 315_576_000_000L;

    private final Random random;
    private final boolean hasOthers;

    RandomMessages(long seed) {
        this(seed, true);
    }

    private RandomMessages(long seed, boolean hasOthers) {
        this.random = new Random(seed);
        this.hasOthers = hasOthers;
    }

    /** Without what no client of a graph can give: numbers that are not finite, and that an enum has no value for. */
    public static RandomMessages ofClients(long seed) {
        return new RandomMessages(seed, false);
    }

    public DynamicMessage next(Descriptor type) {
        return message(type, 0);
    }

    private DynamicMessage message(Descriptor type, int depth) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        boolean isMap = type.getOptions().getMapEntry();
        for (FieldDescriptor field : type.getFields()) {
            boolean isMessage = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
            boolean isWanted =
                    field.isRequired() || isMap || random.nextInt(3) == 0 && (depth < MOST_DEPTH || !isMessage);
            if (!isWanted) continue;
            if (!field.isRepeated()) message.setField(field, value(field, depth));
            else if (field.isMapField()) addEntries(message, field, depth);
            else for (int i = random.nextInt(4); i > 0; i--) message.addRepeatedField(field, value(field, depth));
        }
        return message.build();
    }

    /** Two of the same key would be one after printing. */
    private void addEntries(DynamicMessage.Builder message, FieldDescriptor field, int depth) {
        DynamicMessage entry = message(field.getMessageType(), depth + 1);
        message.addRepeatedField(field, entry);
    }

    private Object value(FieldDescriptor field, int depth) {
        return switch (field.getType()) {
            case BOOL -> random.nextBoolean();
            case INT32, SINT32, SFIXED32, UINT32, FIXED32 -> number32();
            case INT64, SINT64, SFIXED64, UINT64, FIXED64 -> number64();
            case FLOAT -> pick(List.of(0f, -0f, 1.5f, Float.MAX_VALUE, Float.MIN_VALUE, 0.1f, random.nextFloat()));
            case DOUBLE ->
                hasOthers && random.nextInt(3) == 0
                        ? pick(List.of(Double.NaN, Double.NEGATIVE_INFINITY))
                        : pick(List.of(0d, -0d, 1e-7, 5e-324, Double.MAX_VALUE, random.nextGaussian()));
            case STRING -> text();
            case BYTES -> bytes();
            case ENUM -> enumValue(field.getEnumType());
            case MESSAGE, GROUP -> message(field, depth);
        };
    }

    private Object message(FieldDescriptor field, int depth) {
        return switch (field.getMessageType().getFullName()) {
            case "google.protobuf.Timestamp" -> timestamp();
            case "google.protobuf.Duration" -> duration();
            case "google.protobuf.FieldMask" ->
                FieldMask.newBuilder().addPaths("a_bc.d").addPaths("e1").build();
            case "google.protobuf.Struct" -> struct(depth);
            case "google.protobuf.ListValue" -> list(depth);
            case "google.protobuf.Value" -> json(depth);
            case "google.protobuf.Any" -> any(depth);
            default -> message(field.getMessageType(), depth + 1);
        };
    }

    private int number32() {
        return pick(List.of(0, 1, -1, 127, 128, Integer.MAX_VALUE, Integer.MIN_VALUE, random.nextInt()));
    }

    private long number64() {
        return pick(List.of(0L, 1L, -1L, 1L << 53, Long.MAX_VALUE, Long.MIN_VALUE, random.nextLong()));
    }

    private String text() {
        return pick(List.of("", "a", "\0", "ä€", "😀\n\"\\", "\u2028", "x".repeat(random.nextInt(300))));
    }

    private ByteString bytes() {
        byte[] bytes = new byte[random.nextInt(5)];
        random.nextBytes(bytes);
        return ByteString.copyFrom(bytes);
    }

    /** An open enum has all numbers. */
    private Object enumValue(EnumDescriptor type) {
        boolean isUnknown =
                hasOthers && !type.isClosed() && !type.getFullName().startsWith("google.") && random.nextInt(5) == 0;
        return isUnknown ? type.findValueByNumberCreatingIfUnknown(77) : pick(type.getValues());
    }

    private Message timestamp() {
        long seconds = random.nextLong(-62_135_596_800L, 253_402_300_800L);
        return Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos()).build();
    }

    private Message duration() {
        long seconds = random.nextLong(-MOST_SECONDS + 1, MOST_SECONDS);
        int nanos = nanos();
        return Duration.newBuilder()
                .setSeconds(seconds)
                .setNanos(seconds < 0 ? -nanos : nanos)
                .build();
    }

    private int nanos() {
        return pick(List.of(0, 1, 999_999_999, 500_000_000, 120_000, random.nextInt(1_000_000_000)));
    }

    private Struct struct(int depth) {
        Struct.Builder struct = Struct.newBuilder();
        for (int i = random.nextInt(3); i > 0; i--) struct.putFields(text(), json(depth + 1));
        return struct.build();
    }

    private ListValue list(int depth) {
        ListValue.Builder list = ListValue.newBuilder();
        for (int i = random.nextInt(3); i > 0; i--) list.addValues(json(depth + 1));
        return list.build();
    }

    private Value json(int depth) {
        Value.Builder value = Value.newBuilder();
        return switch (random.nextInt(depth < MOST_DEPTH ? 6 : 4)) {
            case 0 -> value.setNullValue(NullValue.NULL_VALUE).build();
            case 1 -> value.setBoolValue(random.nextBoolean()).build();
            case 2 -> value.setNumberValue(random.nextGaussian()).build();
            case 3 -> value.setStringValue(text()).build();
            case 4 -> value.setStructValue(struct(depth)).build();
            default -> value.setListValue(list(depth)).build();
        };
    }

    private Any any(int depth) {
        return switch (random.nextInt(3)) {
            case 0 -> Any.pack(timestamp());
            case 1 -> Any.pack(struct(depth));
            default -> {
                ByteString content =
                        Any.pack(message(Kitchen3.getDescriptor(), MOST_DEPTH)).getValue();
                yield Any.newBuilder()
                        .setTypeUrl("example.com/dev.perigee.input.Kitchen3")
                        .setValue(content)
                        .build();
            }
        };
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
