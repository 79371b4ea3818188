package dev.perigee.grpc.relation;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;
import dev.perigee.data.ClientException;
import java.io.IOException;
import java.util.List;

/** Writes values, in the forms of {@link Values}, as fields of messages. */
final class ValueWriter {
    private ValueWriter() {}

    /**
     * @param value of a repeated field a List or one item
     * @throws ClientException with code {@code VALUE_OUT_OF_RANGE} for a number that the field can't have
     */
    static void write(CodedOutputStream out, FieldDescriptor field, Object value) throws IOException {
        if (!(value instanceof List<?> list)) writeOne(out, field, value);
        else if (field.isPacked()) writePacked(out, field, list);
        else for (Object item : list) writeOne(out, field, item);
    }

    /** A message that is written already. */
    static void writeMessage(CodedOutputStream out, FieldDescriptor field, ByteString message) throws IOException {
        if (field.getType() != FieldDescriptor.Type.GROUP) {
            out.writeBytes(field.getNumber(), message);
            return;
        }
        out.writeTag(field.getNumber(), WireFormat.WIRETYPE_START_GROUP);
        out.writeRawBytes(message);
        out.writeTag(field.getNumber(), WireFormat.WIRETYPE_END_GROUP);
    }

    private static void writeOne(CodedOutputStream out, FieldDescriptor field, Object value) throws IOException {
        if (Values.isWrapper(field)) {
            writeMessage(out, field, written(inner -> writeOne(inner, Values.scalar(field), value)));
            return;
        }
        if (TimeValues.isTime(field)) {
            writeMessage(out, field, TimeValues.written(value));
            return;
        }
        out.writeTag(field.getNumber(), wireType(field));
        writeNoTag(out, field, value);
    }

    private static void writePacked(CodedOutputStream out, FieldDescriptor field, List<?> items) throws IOException {
        if (items.isEmpty()) return;
        out.writeBytes(field.getNumber(), written(packed -> {
            for (Object item : items) writeNoTag(packed, field, item);
        }));
    }

    private static int wireType(FieldDescriptor field) {
        return switch (field.getType()) {
            case FIXED32, SFIXED32, FLOAT -> WireFormat.WIRETYPE_FIXED32;
            case FIXED64, SFIXED64, DOUBLE -> WireFormat.WIRETYPE_FIXED64;
            case STRING, BYTES, MESSAGE -> WireFormat.WIRETYPE_LENGTH_DELIMITED;
            case GROUP -> WireFormat.WIRETYPE_START_GROUP;
            default -> WireFormat.WIRETYPE_VARINT;
        };
    }

    private static void writeNoTag(CodedOutputStream out, FieldDescriptor field, Object value) throws IOException {
        if (!ValueRange.fits(value, field)) throw outOfRange(field);
        switch (field.getType()) {
            case BOOL -> out.writeBoolNoTag((Boolean) value);
            case STRING -> out.writeStringNoTag((String) value);
            case BYTES -> out.writeBytesNoTag((ByteString) value);
            case FLOAT -> out.writeFloatNoTag(((Number) value).floatValue());
            case DOUBLE -> out.writeDoubleNoTag(((Number) value).doubleValue());
            case ENUM -> out.writeEnumNoTag(((Number) value).intValue());
            case INT32 -> out.writeInt32NoTag(((Number) value).intValue());
            case SINT32 -> out.writeSInt32NoTag(((Number) value).intValue());
            case UINT32 -> out.writeUInt32NoTag(((Number) value).intValue());
            case FIXED32, SFIXED32 -> out.writeFixed32NoTag(((Number) value).intValue());
            case INT64, UINT64 -> out.writeUInt64NoTag(((Number) value).longValue());
            case SINT64 -> out.writeSInt64NoTag(((Number) value).longValue());
            case FIXED64, SFIXED64 -> out.writeFixed64NoTag(((Number) value).longValue());
            case MESSAGE, GROUP -> throw new IllegalArgumentException(field + " is a message");
        }
    }

    private static ClientException outOfRange(FieldDescriptor field) {
        return new ClientException(
                "VALUE_OUT_OF_RANGE",
                "A number is out of the range of " + field.getFullName() + ", which is "
                        + ValueKind.of(field).shown() + ".");
    }

    /** What an action writes, as bytes. */
    static ByteString written(Writing action) {
        try {
            ByteString.Output bytes = ByteString.newOutput();
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            action.write(out);
            out.flush();
            return bytes.toByteString();
        } catch (IOException e) {
            throw new IllegalStateException("Memory failed as a stream", e);
        }
    }

    /** Writes fields. */
    @FunctionalInterface
    interface Writing {
        void write(CodedOutputStream out) throws IOException;
    }
}
