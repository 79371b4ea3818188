package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.perigee.grpc.graph.InputField.Entries;
import dev.perigee.grpc.graph.InputField.InputForm;
import dev.perigee.grpc.graph.InputField.JsonMap;
import dev.perigee.grpc.graph.InputField.OneOf;
import dev.perigee.grpc.graph.InputField.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The input types of messages, each made once. */
final class InputTypes {
    private final GraphOptions options;
    private final TypeNames typeNames;
    private final MemberNames names;
    private final EnumTypes enums;
    private final Visibility visibility;
    private final Set<String> requests;
    private final Map<String, InputType> types = new LinkedHashMap<>();
    private final Map<String, List<FieldDescriptor>> given = new HashMap<>();
    private final Deque<InputType> incomplete = new ArrayDeque<>();

    /** @param requests the full names of the messages that methods take: in others, nothing is filled in */
    InputTypes(
            GraphOptions options, TypeNames typeNames, EnumTypes enums, Visibility visibility, Set<String> requests) {
        this.options = options;
        this.typeNames = typeNames;
        this.names = new MemberNames(options);
        this.enums = enums;
        this.visibility = visibility;
        this.requests = requests;
    }

    /** All that were asked for, and what they lead to. */
    Collection<InputType> all() {
        return types.values();
    }

    /** Complete, and with it all that it leads to. */
    InputType of(Descriptor message) {
        InputType type = declare(message);
        while (!incomplete.isEmpty()) {
            InputType next = incomplete.remove();
            next.complete(fields(next.descriptor()), updated(next.descriptor()));
        }
        return type;
    }

    /** Whether a request is told nothing by clients. */
    boolean isEmpty(Descriptor message) {
        return given(message).isEmpty();
    }

    /** What a value is; the type of a message may be incomplete until {@link #of} has been called. */
    InputForm form(FieldDescriptor field) {
        return switch (ValueKind.of(field, options)) {
            case ValueKind.OfScalar(Form.Scalar scalar) -> new InputForm.OfScalar(scalar);
            case ValueKind.OfWrapper(Form.Scalar scalar) -> new InputForm.Wrapped(new InputForm.OfScalar(scalar));
            case ValueKind.OfEnum(var type) -> new InputForm.OfEnum(enums.of(type));
            case ValueKind.OfMessage(var type) when isEmpty(type) -> new InputForm.OfScalar(Form.Scalar.EMPTY);
            case ValueKind.OfMessage(var type) -> new InputForm.OfMessage(declare(type));
        };
    }

    /** Claims the names of all fields, also of those that are in the types of oneofs. */
    void check(InputType type, Problems problems) {
        String advice = "Give %s another name by the option rename.";
        NameClaims claims = new NameClaims("input " + type.name(), advice, problems);
        for (InputField field : type.allFields()) {
            claims.claim(field.name(), ownerOf(field));
            if (!(field instanceof OneOf oneof)) continue;
            NameClaims members = new NameClaims("input " + typeNames.input(oneof.descriptor()), advice, problems);
            for (FieldDescriptor member : oneof.descriptor().getFields()) {
                if (visibility.isGiven(member)) members.claim(names.of(member), "field " + member.getFullName());
            }
        }
    }

    private static String ownerOf(InputField field) {
        return switch (field) {
            case Value value -> "field " + value.descriptor().getFullName();
            case Entries entries -> "field " + entries.descriptor().getFullName();
            case JsonMap map -> "field " + map.descriptor().getFullName();
            case OneOf oneof -> "oneof " + oneof.descriptor().getFullName();
        };
    }

    private InputType declare(Descriptor message) {
        InputType known = types.get(message.getFullName());
        if (known != null) return known;
        InputType type = new InputType(typeNames.input(message), message);
        types.put(message.getFullName(), type);
        incomplete.add(type);
        return type;
    }

    /** The fields that clients give: none that are filled in for them. */
    private List<FieldDescriptor> given(Descriptor message) {
        List<FieldDescriptor> known = given.get(message.getFullName());
        if (known != null) return known;
        Set<FieldDescriptor> filled = new HashSet<>();
        if (requests.contains(message.getFullName())) {
            for (PushDownField field : PushDownField.find(message)) filled.add(field.field());
        }
        UpdatedResource updated = updated(message);
        if (updated != null) filled.add(updated.mask());
        List<FieldDescriptor> fields = new ArrayList<>();
        for (FieldDescriptor field : message.getFields()) {
            boolean isFilled = filled.contains(field) && !options.explicit.contains(field.getFullName());
            if (visibility.isGiven(field) && !isFilled) fields.add(field);
        }
        given.put(message.getFullName(), fields);
        return fields;
    }

    private @Nullable UpdatedResource updated(Descriptor message) {
        UpdatedResource updated = UpdatedResource.find(message);
        boolean isFilled = updated != null
                && !options.explicit.contains(updated.mask().getFullName())
                && visibility.isGiven(updated.mask())
                && visibility.isGiven(updated.resource());
        return isFilled ? updated : null;
    }

    private List<InputField> fields(Descriptor message) {
        List<InputField> fields = new ArrayList<>();
        Set<OneofDescriptor> oneofs = new HashSet<>();
        for (FieldDescriptor field : given(message)) {
            OneofDescriptor oneof = field.getRealContainingOneof();
            if (oneof == null) fields.add(field(field));
            else if (oneofs.add(oneof)) fields.add(oneOf(oneof));
        }
        return fields;
    }

    private InputField field(FieldDescriptor field) {
        String name = names.of(field);
        boolean isRequired = ProtoOptions.isRequired(field);
        if (!field.isMapField()) return new Value(name, field, form(field), isRequired);
        List<FieldDescriptor> entry = field.getMessageType().getFields();
        InputForm key = form(entry.get(0));
        InputForm value = form(entry.get(1));
        return options.isJson(field)
                ? new JsonMap(name, field, key, value, isRequired)
                : new Entries(name, field, key, value, isRequired);
    }

    private OneOf oneOf(OneofDescriptor oneof) {
        Map<String, Value> members = new LinkedHashMap<>();
        for (FieldDescriptor member : given(oneof.getContainingType())) {
            if (member.getRealContainingOneof() != oneof) continue;
            String name = names.of(member);
            members.putIfAbsent(name, new Value(name, member, form(member), false));
        }
        return new OneOf(names.of(oneof), oneof, Collections.unmodifiableMap(members), ProtoOptions.isRequired(oneof));
    }
}
