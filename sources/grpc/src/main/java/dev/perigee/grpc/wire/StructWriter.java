package dev.perigee.grpc.wire;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.perigee.grpc.wire.Leaf.Kind;

/** Writes {@code google.protobuf.Struct}, {@code Value} and {@code ListValue} as the JSON that they stand for. */
final class StructWriter {
    private static final FieldTableBuilder VALUE_SLOTS = new FieldTableBuilder();
    private static final int NUMBER = valueSlot(Value.NUMBER_VALUE_FIELD_NUMBER);
    private static final int STRING = valueSlot(Value.STRING_VALUE_FIELD_NUMBER);
    private static final int BOOLEAN = valueSlot(Value.BOOL_VALUE_FIELD_NUMBER);
    private static final int STRUCT = valueSlot(Value.STRUCT_VALUE_FIELD_NUMBER);
    private static final int LIST = valueSlot(Value.LIST_VALUE_FIELD_NUMBER);
    private static final FieldTable VALUE = VALUE_SLOTS.build();
    private static final Leaf TEXT = Leaves.ofProto(valueField(Value.STRING_VALUE_FIELD_NUMBER));
    private static final Leaf OBJECT = Leaves.ofProto(valueField(Value.STRUCT_VALUE_FIELD_NUMBER));
    private static final Leaf ARRAY = Leaves.ofProto(valueField(Value.LIST_VALUE_FIELD_NUMBER));

    private static final FieldDescriptor ITEM_FIELD =
            ListValue.getDescriptor().findFieldByNumber(ListValue.VALUES_FIELD_NUMBER);
    private static final Leaf ITEM = Leaves.ofProto(ITEM_FIELD);
    private static final FieldTableBuilder LIST_SLOTS = new FieldTableBuilder();
    private static final int ITEMS = LIST_SLOTS.slot(ITEM_FIELD);
    private static final FieldTable ITEM_TABLE = LIST_SLOTS.build();

    private static final FieldDescriptor MEMBER_FIELD =
            Struct.getDescriptor().findFieldByNumber(Struct.FIELDS_FIELD_NUMBER);
    private static final FieldTableBuilder STRUCT_SLOTS = new FieldTableBuilder();
    private static final int MEMBERS = STRUCT_SLOTS.slot(MEMBER_FIELD);
    private static final FieldTable MEMBER_TABLE = STRUCT_SLOTS.build();
    private static final MapShape MAP = MapShape.of(
            MEMBER_FIELD,
            Leaves.ofKey(MEMBER_FIELD.getMessageType().findFieldByNumber(1)),
            Leaves.ofProto(MEMBER_FIELD.getMessageType().findFieldByNumber(2)));

    /** Numbers up to it are whole exactly where they look so. */
    private static final double MOST_WHOLE = 1L << 53;

    private final ValueWriter values;

    StructWriter(ValueWriter values) {
        this.values = values;
    }

    private static FieldDescriptor valueField(int number) {
        return Value.getDescriptor().findFieldByNumber(number);
    }

    private static int valueSlot(int number) {
        return VALUE_SLOTS.slot(valueField(number));
    }

    /** @param kind {@link Kind#STRUCT}, {@link Kind#LIST} or {@link Kind#VALUE} */
    boolean write(Kind kind, byte[] bytes, long span) {
        FieldTable table = kind == Kind.STRUCT ? MEMBER_TABLE : kind == Kind.LIST ? ITEM_TABLE : VALUE;
        FieldIndex index = values.levels().enter(table, bytes, Span.start(span), Span.end(span));
        boolean isGood = switch (kind) {
            case STRUCT -> writeStruct(index);
            case LIST -> writeList(index);
            default -> writeValue(index);
        };
        values.levels().leave();
        return isGood;
    }

    private boolean writeStruct(FieldIndex index) {
        if (index.has(MEMBERS)) return values.writeMap(MAP, index, MEMBERS);
        values.out().raw('{');
        values.out().raw('}');
        return true;
    }

    private boolean writeList(FieldIndex index) {
        if (index.has(ITEMS)) return values.writeList(ITEM, index, ITEMS);
        values.out().raw('[');
        values.out().raw(']');
        return true;
    }

    /** Without a kind it is null, too. */
    private boolean writeValue(FieldIndex index) {
        if (index.has(STRING)) return values.writeFound(TEXT, index, STRING);
        if (index.has(STRUCT)) return values.writeFound(OBJECT, index, STRUCT);
        if (index.has(LIST)) return values.writeFound(ARRAY, index, LIST);
        if (index.has(NUMBER)) return writeNumber(Double.longBitsToDouble(index.value(NUMBER)));
        if (index.has(BOOLEAN)) values.out().writeBoolean(index.value(BOOLEAN) != 0);
        else values.out().writeNull();
        return true;
    }

    private boolean writeNumber(double number) {
        if (!Double.isFinite(number)) {
            return values.fail("NOT_FINITE", "The value is " + number + ", which JSON has no number for.");
        }
        if (number == Math.rint(number) && Math.abs(number) <= MOST_WHOLE)
            values.out().writeLong((long) number);
        else values.out().writeDouble(number);
        return true;
    }
}
