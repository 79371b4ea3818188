package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import dev.perigee.grpc.graph.GraphOptions.Nullability;
import dev.perigee.grpc.graph.MessageField.JsonMap;
import dev.perigee.grpc.graph.MessageField.Nothing;
import dev.perigee.grpc.graph.MessageField.OneOf;
import dev.perigee.grpc.graph.MessageField.Repeated;
import dev.perigee.grpc.graph.MessageField.Single;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The object types of messages, each made once; also of such as the graph doesn't show. */
final class ObjectTypes {
    private final GraphOptions options;
    private final TypeNames typeNames;
    private final MemberNames names;
    private final EnumTypes enums;
    private final Visibility visibility;
    private final Map<String, MessageType> types = new LinkedHashMap<>();
    private final Deque<MessageType> incomplete = new ArrayDeque<>();

    ObjectTypes(GraphOptions options, TypeNames typeNames, EnumTypes enums, Visibility visibility) {
        this.options = options;
        this.typeNames = typeNames;
        this.names = new MemberNames(options);
        this.enums = enums;
        this.visibility = visibility;
    }

    /** All that were asked for, and what they lead to. */
    Collection<MessageType> all() {
        return types.values();
    }

    @Nullable MessageType known(Descriptor message) {
        return types.get(message.getFullName());
    }

    /** Complete, and with it all that it leads to. */
    MessageType of(Descriptor message) {
        MessageType type = declare(message);
        while (!incomplete.isEmpty()) {
            MessageType next = incomplete.remove();
            next.complete(fields(next.descriptor()));
        }
        return type;
    }

    /** What a value is; the message of an object may be incomplete until {@link #of} has been called. */
    Form form(FieldDescriptor field) {
        return switch (ValueKind.of(field, options)) {
            case ValueKind.OfScalar(Form.Scalar scalar) -> scalar;
            case ValueKind.OfWrapper(Form.Scalar scalar) -> new Form.Wrapped(scalar);
            case ValueKind.OfEnum(var type) -> new Form.OfEnum(enums.of(type));
            case ValueKind.OfMessage(var type) -> new Form.OfMessage(declare(type));
        };
    }

    /**
     * Claims the names of all fields.
     *
     * @param own fields that the type has besides those of its message
     */
    static void check(MessageType type, List<String> own, Problems problems) {
        NameClaims claims =
                new NameClaims("type " + type.name(), "Give %s another name by the option rename.", problems);
        for (String name : own) claims.claim(name, "graph's own field " + name);
        for (MessageField field : type.allFields()) claims.claim(field.name(), ownerOf(field));
    }

    /** Whether a field of the graph is a message's field of that name in the IDL. */
    static boolean isOf(MessageField field, String protoName) {
        return switch (field) {
            case Single single -> single.descriptor().getName().equals(protoName);
            case Repeated repeated -> repeated.descriptor().getName().equals(protoName);
            case JsonMap map -> map.descriptor().getName().equals(protoName);
            case OneOf oneof -> oneof.descriptor().getName().equals(protoName);
            case Nothing nothing -> false;
        };
    }

    private static String ownerOf(MessageField field) {
        return switch (field) {
            case Single single -> "field " + single.descriptor().getFullName();
            case Repeated repeated -> "field " + repeated.descriptor().getFullName();
            case JsonMap map -> "field " + map.descriptor().getFullName();
            case OneOf oneof -> "oneof " + oneof.descriptor().getFullName();
            case Nothing nothing -> "field of nothing";
        };
    }

    private MessageType declare(Descriptor message) {
        MessageType known = types.get(message.getFullName());
        if (known != null) return known;
        MessageType type = new MessageType(typeNames.of(message), message);
        types.put(message.getFullName(), type);
        incomplete.add(type);
        return type;
    }

    private List<MessageField> fields(Descriptor message) {
        List<MessageField> fields = new ArrayList<>();
        Set<OneofDescriptor> unions = new HashSet<>();
        for (FieldDescriptor field : message.getFields()) {
            if (!visibility.isShown(field)) continue;
            OneofDescriptor oneof = field.getRealContainingOneof();
            if (oneof == null || !visibility.isUnion(oneof)) fields.add(field(field));
            else if (unions.add(oneof)) fields.add(union(oneof));
        }
        return fields.isEmpty() ? List.of(new Nothing("_")) : fields;
    }

    private MessageField field(FieldDescriptor field) {
        String name = names.of(field);
        if (field.isMapField() && options.isJson(field)) {
            List<FieldDescriptor> entry = field.getMessageType().getFields();
            return new JsonMap(name, field, form(entry.get(0)), form(entry.get(1)));
        }
        Form form = form(field);
        if (field.isRepeated()) return new Repeated(name, field, form);
        boolean hasDefault = hasDefault(field);
        boolean isEntry = field.getContainingType().getOptions().getMapEntry();
        boolean isStrict = isEntry || options.nullability == Nullability.STRICT;
        return new Single(name, field, form, hasDefault && isStrict && !mayBeNull(form), hasDefault);
    }

    /**
     * Whether an absent value is a default. Of fields with presence, those have one that the IDL gives one, that proto2
     * requires, and both parts of a map's entry.
     */
    private static boolean hasDefault(FieldDescriptor field) {
        if (!field.hasPresence() || field.isRequired()) return true;
        if (field.getContainingType().getOptions().getMapEntry()) return true;
        return field.getRealContainingOneof() == null && field.hasDefaultValue();
    }

    /** A value that stands for nothing, and JSON, which may be null. */
    private static boolean mayBeNull(Form form) {
        if (form instanceof Form.OfEnum(EnumShape shape)) return shape.hasNull();
        return form == Form.Scalar.JSON;
    }

    private OneOf union(OneofDescriptor oneof) {
        Map<FieldDescriptor, MessageType> members = new LinkedHashMap<>();
        for (FieldDescriptor member : oneof.getFields()) {
            if (visibility.isShown(member)) members.put(member, declare(member.getMessageType()));
        }
        return new OneOf(names.of(oneof), oneof, Collections.unmodifiableMap(members));
    }
}
