package dev.perigee.grpc.input;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.InputField;
import dev.perigee.grpc.graph.InputField.InputForm;
import dev.perigee.grpc.graph.InputType;
import dev.perigee.grpc.input.EncodeOptions.Nulls;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the encoders of a message and of all that it consists of, each once, since messages may contain themselves. */
final class EncoderCompiler {
    /** The field of a wrapper. */
    private static final int VALUE = 1;

    private final EncodeOptions options;
    private final AnyTypes anyTypes;
    private final Map<Known, MessageEncoder> made = new HashMap<>();
    private final Deque<Known> incomplete = new ArrayDeque<>();

    EncoderCompiler(EncodeOptions options) {
        this(options, new AnyTypes(options.types()));
    }

    EncoderCompiler(EncodeOptions options, AnyTypes anyTypes) {
        this.options = options;
        this.anyTypes = anyTypes;
    }

    /** A message is written in another way where null clears. */
    private record Known(InputType type, Nulls nulls) {}

    MessageEncoder encoder(InputType type) {
        MessageEncoder encoder = encoder(type, options.nulls());
        completeAll();
        return encoder;
    }

    /** What writes messages of a type with their length before them. */
    ValueWriter message(Descriptor type, InputForm form) {
        ValueWriter writer = message(type, form, options.nulls());
        completeAll();
        return writer;
    }

    private MessageEncoder encoder(InputType type, Nulls nulls) {
        return made.computeIfAbsent(new Known(type, nulls), known -> {
            incomplete.add(known);
            return new MessageEncoder(type, options.argument());
        });
    }

    /** One after the other, and not one within the other: messages may contain more of them than a stack holds. */
    private void completeAll() {
        while (!incomplete.isEmpty()) {
            Known known = incomplete.remove();
            complete(encoder(known.type(), known.nulls()), known.type(), known.nulls());
        }
    }

    private void complete(MessageEncoder encoder, InputType type, Nulls nulls) {
        UpdateMask mask = UpdateMask.of(type);
        List<MessageEncoder.Entry> entries = new ArrayList<>();
        for (InputField field : type.fields()) {
            FieldWriter writer = writer(field, isUpdated(field, type) ? Nulls.UNSET : nulls);
            entries.add(new MessageEncoder.Entry(field, isRequired(field), writer));
        }
        entries.sort(Comparator.comparingInt(entry -> number(entry.field())));
        encoder.complete(List.copyOf(entries), mask);
    }

    private static boolean isUpdated(InputField field, InputType type) {
        return field instanceof InputField.Value value && value.descriptor().equals(type.updatedResource());
    }

    /** What proto2 requires has to be there, whatever the graph says: no message is one without. */
    private static boolean isRequired(InputField field) {
        return field.isRequired()
                || field instanceof InputField.Value value && value.descriptor().isRequired();
    }

    private static int number(InputField field) {
        return switch (field) {
            case InputField.Value value -> value.descriptor().getNumber();
            case InputField.Entries entries -> entries.descriptor().getNumber();
            case InputField.JsonMap map -> map.descriptor().getNumber();
            case InputField.OneOf oneOf -> oneOf.descriptor().getField(0).getNumber();
        };
    }

    private FieldWriter writer(InputField field, Nulls nulls) {
        return switch (field) {
            case InputField.Value value
            when value.descriptor().isRepeated() ->
                new ListWriter(value.descriptor(), item(value.descriptor(), value.form(), nulls));
            case InputField.Value value -> single(value, nulls);
            case InputField.Entries map -> new EntriesWriter(entry(map.descriptor(), map.key(), map.value(), nulls));
            case InputField.JsonMap map ->
                new JsonMapWriter(
                        map,
                        new ReaderCompiler().reader(map.value()),
                        entry(map.descriptor(), map.key(), map.value(), nulls));
            case InputField.OneOf oneOf -> oneOf(oneOf, nulls);
        };
    }

    private SingleWriter single(InputField.Value value, Nulls nulls) {
        boolean isNullDefault =
                value.form() instanceof InputForm.OfEnum of && of.type().isAbsent(0);
        ValueWriter writer = writer(value.descriptor(), value.form(), nulls);
        return new SingleWriter(value.descriptor(), writer, isNullDefault ? Nulls.UNSET : nulls);
    }

    private OneOfWriter oneOf(InputField.OneOf field, Nulls nulls) {
        Map<String, SingleWriter> members = new LinkedHashMap<>();
        field.members().forEach((name, member) -> members.put(name, single(member, nulls)));
        return new OneOfWriter(members);
    }

    private EntryWriter entry(FieldDescriptor map, InputForm key, InputForm value, Nulls nulls) {
        FieldDescriptor keyField = map.getMessageType().findFieldByNumber(1);
        FieldDescriptor valueField = map.getMessageType().findFieldByNumber(2);
        return new EntryWriter(map.getNumber(), writer(keyField, key, nulls), item(valueField, value, nulls));
    }

    /** Of a list or map, from which a value that is null can't be left out. */
    private ValueWriter item(FieldDescriptor field, InputForm form, Nulls nulls) {
        return form instanceof InputForm.OfEnum(var type)
                ? new EnumWriter(type, type.isAbsent(0))
                : writer(field, form, nulls);
    }

    private ValueWriter writer(FieldDescriptor field, InputForm form, Nulls nulls) {
        return switch (field.getType()) {
            case ENUM -> form instanceof InputForm.OfEnum of ? new EnumWriter(of.type(), false) : NullWriter.NULL;
            case GROUP -> new GroupWriter(field.getNumber(), encoder(typeOf(form), nulls));
            case MESSAGE -> message(field.getMessageType(), form, nulls);
            default -> ScalarWriter.of(field.getType());
        };
    }

    private static InputType typeOf(InputForm form) {
        if (form instanceof InputForm.OfMessage of) return of.type();
        throw new IllegalArgumentException("A message without the form of one: " + form);
    }

    private ValueWriter message(Descriptor type, InputForm form, Nulls nulls) {
        return switch (form) {
            case InputForm.OfMessage of -> new MessageWriter(encoder(of.type(), nulls));
            case InputForm.Wrapped wrapped ->
                new WrapperWriter(writer(type.findFieldByNumber(VALUE), wrapped.value(), nulls));
            case InputForm.OfScalar scalar -> wellKnown(type, scalar.scalar());
            case InputForm.OfEnum of ->
                throw new IllegalArgumentException(
                        "A message as an enum: " + of.type().name());
        };
    }

    private ValueWriter wellKnown(Descriptor type, Form.Scalar scalar) {
        return switch (scalar) {
            case TIMESTAMP -> WellKnownWriter.TIMESTAMP;
            case DURATION -> WellKnownWriter.DURATION;
            case FIELD_MASK -> WellKnownWriter.FIELD_MASK;
            case EMPTY -> WellKnownWriter.EMPTY;
            case JSON -> JsonWriter.of(type);
            case ANY -> new AnyWriter(anyTypes);
            default ->
                throw new IllegalArgumentException("A message as a scalar: " + type.getFullName() + ", " + scalar);
        };
    }
}
