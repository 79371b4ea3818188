package dev.perigee.grpc.graph;

import dev.perigee.grpc.graph.InputField.InputForm;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a graph has types for: what fields lead to, from the roots on. By names in the IDL, in their order. */
final class Shown {
    final Map<String, MessageType> objects = new TreeMap<>();
    final Map<String, InputType> inputs = new TreeMap<>();
    final Map<String, EnumShape> enums = new TreeMap<>();
    final Map<String, MessageField.OneOf> unions = new TreeMap<>();
    final Map<String, InputField.OneOf> inputUnions = new TreeMap<>();
    final Map<String, InputField.Entries> inputEntries = new TreeMap<>();
    final Set<Form.Scalar> scalars = EnumSet.noneOf(Form.Scalar.class);
    private final Deque<MessageType> openObjects = new ArrayDeque<>();
    private final Deque<InputType> openInputs = new ArrayDeque<>();

    /** An object, and all that it leads to once {@link #close} is called. */
    void add(MessageType type) {
        if (objects.putIfAbsent(type.descriptor().getFullName(), type) == null) openObjects.add(type);
    }

    /** What a type's fields lead to, but not the type itself. */
    void addFields(MessageType type) {
        for (MessageField field : type.allFields()) add(field);
    }

    void add(InputType type) {
        if (inputs.putIfAbsent(type.descriptor().getFullName(), type) == null) openInputs.add(type);
    }

    void addFields(InputType type) {
        add(type.allFields());
    }

    void add(Form form) {
        switch (form) {
            case Form.Scalar scalar -> scalars.add(scalar);
            case Form.OfEnum(EnumShape type) -> enums.put(type.descriptor().getFullName(), type);
            case Form.OfMessage(MessageType type) -> add(type);
            case Form.Wrapped(Form value) -> add(value);
        }
    }

    void add(InputForm form) {
        switch (form) {
            case InputForm.OfScalar(Form.Scalar scalar) -> scalars.add(scalar);
            case InputForm.OfEnum(EnumShape type) -> enums.put(type.descriptor().getFullName(), type);
            case InputForm.OfMessage(InputType type) -> add(type);
            case InputForm.Wrapped(InputForm value) -> add(value);
        }
    }

    void add(MessageField field) {
        switch (field) {
            case MessageField.Single single -> add(single.form());
            case MessageField.Repeated repeated -> add(repeated.item());
            case MessageField.JsonMap map -> scalars.add(Form.Scalar.JSON);
            case MessageField.OneOf oneof -> {
                unions.put(oneof.descriptor().getFullName(), oneof);
                oneof.members().values().forEach(this::add);
            }
            case MessageField.Nothing nothing -> scalars.add(Form.Scalar.BOOLEAN);
        }
    }

    /** Follows what was added. */
    void close(RelationFields relations) {
        while (!openObjects.isEmpty() || !openInputs.isEmpty()) {
            while (!openObjects.isEmpty()) {
                MessageType type = openObjects.remove();
                addFields(type);
                relations.add(type, this);
            }
            while (!openInputs.isEmpty()) addFields(openInputs.remove());
        }
    }

    private void add(Collection<InputField> fields) {
        for (InputField field : fields) {
            switch (field) {
                case InputField.Value value -> add(value.form());
                case InputField.JsonMap map -> scalars.add(Form.Scalar.JSON);
                case InputField.Entries entries -> {
                    inputEntries.put(entries.descriptor().getFullName(), entries);
                    add(entries.key());
                    add(entries.value());
                }
                case InputField.OneOf oneof -> {
                    inputUnions.put(oneof.descriptor().getFullName(), oneof);
                    oneof.members().values().forEach(member -> add(member.form()));
                }
            }
        }
    }
}
