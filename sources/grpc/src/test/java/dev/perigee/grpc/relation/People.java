package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.perigee.data.Arguments;
import dev.perigee.data.Headers;
import dev.perigee.grpc.graph.EnumShape;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.idl.Idl;
import dev.perigee.grpc.testing.relation.Color;
import dev.perigee.grpc.testing.relation.User;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The services of {@code people.proto} as a graph. */
final class People {
    static final Idl IDL = Idl.of(List.of(User.getDescriptor().getFile()));

    private static final String SDL = """
        type Query { users: [User!] }
        scalar Timestamp
        scalar Duration
        scalar UInt64
        scalar Int64
        scalar UInt32
        scalar Bytes
        type User {
          id: String! name: String! managerId: String friendIds: [String!]! account: Int64! tenant: String!
          address: Address color: Color! nick: String createdAt: Timestamp big: UInt64! hash: Bytes! score: Float!
        }
        type Address { zip: String! }
        type Order { id: String! userId: String! }
        type Account { number: UInt32! tenant: String! owner: String! }
        enum Color { NONE RED GREEN }
        enum Shade { RED GREEN }
        enum Taste { SWEET }
        input Near { city: String zip: ID color: Color where: Place }
        input Place { country: String }
        """;

    /** As a graph may have it: the name of one value is not the IDL's. */
    private static final EnumShape COLOR = new EnumShape(
            "Color", Color.getDescriptor(), values("NONE", "COLOR_UNSPECIFIED", "RED", "RED", "GREEN", "GREEN"), null);

    /** Of a graph without types. */
    static final MessageTypes NO_TYPES = new MessageTypes() {
        @Override
        public MessageType named(String typeName) {
            return null;
        }

        @Override
        public MessageType of(Descriptor message) {
            return null;
        }

        @Override
        public EnumShape enumNamed(String typeName) {
            return null;
        }
    };

    static final MessageTypes TYPES = new MessageTypes() {
        private final PlainTypes made = new PlainTypes(NO_TYPES);

        @Override
        public MessageType named(String typeName) {
            Descriptor message = IDL.message("people.v1." + typeName);
            return message == null ? null : made.of(message);
        }

        @Override
        public MessageType of(Descriptor message) {
            boolean isReply =
                    message.getName().endsWith("Response") || message.getName().equals("Filter");
            return isReply ? null : made.of(message);
        }

        @Override
        public EnumShape enumNamed(String typeName) {
            return typeName.equals("Color") ? COLOR : null;
        }
    };

    private People() {}

    private static Map<String, com.google.protobuf.Descriptors.EnumValueDescriptor> values(String... names) {
        Map<String, com.google.protobuf.Descriptors.EnumValueDescriptor> values = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i += 2) {
            values.put(names[i], Color.getDescriptor().findValueByName(names[i + 1]));
        }
        return values;
    }

    static Schema schema(String overlay) {
        return Schema.of(
                Source.of("people.graphqls", SDL),
                Source.of("grpc.graphqls", Directives.SDL),
                Source.of("overlay.graphqls", overlay));
    }

    static Relations relations(String overlay) {
        return Relations.of(schema(overlay), TYPES, IDL);
    }

    /** The only relation of an extension of User. */
    static Relation relation(String field) {
        return relations("extend type User { " + field + " }").all().iterator().next();
    }

    /** What a message has, as the contract of {@link MessageReader} says. */
    static Object read(Object message, MessageField field) {
        FieldDescriptor descriptor = FieldPath.descriptor(field);
        Message parent = (Message) message;
        if (!descriptor.isRepeated() && descriptor.hasPresence() && !parent.hasField(descriptor)) return null;
        Object value = parent.getField(descriptor);
        return value instanceof List<?> list
                ? list.stream().map(item -> plain(item, descriptor)).toList()
                : plain(value, descriptor);
    }

    private static Object plain(Object value, FieldDescriptor field) {
        if (Values.isWrapper(field)) return ((Message) value).getField(Values.scalar(field));
        return value instanceof com.google.protobuf.Descriptors.EnumValueDescriptor name ? name.getName() : value;
    }

    static Ask ask(Object... parents) {
        return ask(Map.of(), parents);
    }

    static Ask ask(Map<String, Object> arguments, Object... parents) {
        return new Ask(
                parents,
                Arguments.of(new LinkedHashMap<>(arguments)),
                Headers.NONE,
                com.google.protobuf.ByteString.EMPTY);
    }
}
