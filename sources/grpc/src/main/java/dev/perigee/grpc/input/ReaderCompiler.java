package dev.perigee.grpc.input;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.Form;
import dev.perigee.grpc.graph.InputField;
import dev.perigee.grpc.graph.InputField.InputForm;
import dev.perigee.grpc.graph.InputType;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the readers of a message and of all that it consists of, each once, since messages may contain themselves. */
final class ReaderCompiler {
    private final @Nullable String argument;
    private final Map<InputType, InputReader> made = new HashMap<>();
    private final Deque<InputType> incomplete = new ArrayDeque<>();

    ReaderCompiler() {
        this(null);
    }

    ReaderCompiler(@Nullable String argument) {
        this.argument = argument;
    }

    InputReader reader(InputType type) {
        InputReader reader = declared(type);
        completeAll();
        return reader;
    }

    /** What reads one value. */
    ValueReader reader(InputForm form) {
        ValueReader reader = value(form);
        completeAll();
        return reader;
    }

    private InputReader declared(InputType type) {
        return made.computeIfAbsent(type, unknown -> {
            incomplete.add(unknown);
            return new InputReader(unknown, argument);
        });
    }

    /** One after the other, and not one within the other: messages may contain more of them than a stack holds. */
    private void completeAll() {
        while (!incomplete.isEmpty()) {
            InputType type = incomplete.remove();
            declared(type).complete(fields(type));
        }
    }

    /** By all names; where two fields share one, it is the field's that has it in the graph, or else in ProtoJSON. */
    private Map<String, FieldReader> fields(InputType type) {
        Map<String, FieldReader> byGraphName = new LinkedHashMap<>();
        Map<String, FieldReader> byJsonName = new LinkedHashMap<>();
        Map<String, FieldReader> byProtoName = new LinkedHashMap<>();
        for (InputField field : type.fields()) {
            FieldReader reader = new FieldReader(field.name(), null, of(field));
            byGraphName.put(field.name(), reader);
            if (field instanceof InputField.OneOf oneOf) {
                byProtoName.putIfAbsent(oneOf.descriptor().getName(), reader);
                oneOf.members().forEach((name, member) -> {
                    FieldReader flat = new FieldReader(field.name(), name, value(member.form()));
                    byJsonName.putIfAbsent(member.descriptor().getJsonName(), flat);
                    byProtoName.putIfAbsent(member.descriptor().getName(), flat);
                });
            } else {
                FieldDescriptor descriptor = descriptor(field);
                byJsonName.putIfAbsent(descriptor.getJsonName(), reader);
                byProtoName.putIfAbsent(descriptor.getName(), reader);
            }
        }
        byJsonName.forEach(byGraphName::putIfAbsent);
        byProtoName.forEach(byGraphName::putIfAbsent);
        return Collections.unmodifiableMap(byGraphName);
    }

    private static FieldDescriptor descriptor(InputField field) {
        return switch (field) {
            case InputField.Value value -> value.descriptor();
            case InputField.Entries entries -> entries.descriptor();
            case InputField.JsonMap map -> map.descriptor();
            case InputField.OneOf oneOf -> oneOf.descriptor().getField(0);
        };
    }

    private ValueReader of(InputField field) {
        return switch (field) {
            case InputField.Value value when value.descriptor().isRepeated() -> new ListReader(value(value.form()));
            case InputField.Value value -> value(value.form());
            case InputField.Entries map -> new EntriesReader(map.key(), value(map.value()));
            case InputField.JsonMap map -> new ScalarReader(Form.Scalar.JSON);
            case InputField.OneOf oneOf -> new MessageReader(oneOf(oneOf));
        };
    }

    private InputReader oneOf(InputField.OneOf field) {
        InputType members = new InputType(field.name(), field.descriptor().getContainingType());
        members.complete(List.copyOf(field.members().values()));
        return declared(members);
    }

    private ValueReader value(InputForm form) {
        return switch (form) {
            case InputForm.OfScalar scalar -> new ScalarReader(scalar.scalar());
            case InputForm.OfEnum of -> new EnumReader(of.type());
            case InputForm.OfMessage of -> new MessageReader(declared(of.type()));
            case InputForm.Wrapped wrapped -> value(wrapped.value());
        };
    }
}
