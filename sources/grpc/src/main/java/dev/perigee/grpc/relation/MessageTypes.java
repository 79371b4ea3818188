package dev.perigee.grpc.relation;

import com.google.protobuf.Descriptors.Descriptor;
import dev.perigee.grpc.graph.EnumShape;
import dev.perigee.grpc.graph.GrpcGraph;
import dev.perigee.grpc.graph.MessageType;
import org.jspecify.annotations.Nullable;

/** What relations ask about a graph. Immutable. */
public interface MessageTypes {
    /** A message by the name of its type in the graph, null if that is none. */
    @Nullable MessageType named(String typeName);

    /** The type of a message, null if the graph has none. */
    @Nullable MessageType of(Descriptor message);

    /** An enum by its name in the graph; null if it is not one of the IDL, its values then have the IDL's names. */
    @Nullable EnumShape enumNamed(String typeName);

    /** What a graph answers. */
    static MessageTypes of(GrpcGraph graph) {
        return new MessageTypes() {
            @Override
            public @Nullable MessageType named(String typeName) {
                return graph.type(typeName);
            }

            @Override
            public @Nullable MessageType of(Descriptor message) {
                return graph.typeOf(message);
            }

            @Override
            public @Nullable EnumShape enumNamed(String typeName) {
                return graph.enumType(typeName);
            }
        };
    }
}
