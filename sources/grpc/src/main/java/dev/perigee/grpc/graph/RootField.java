package dev.perigee.grpc.graph;

import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.perigee.language.OperationType;
import org.jspecify.annotations.Nullable;

/**
 * A method of a service as a root field. Immutable.
 *
 * @param name of the field
 * @param request the arguments, or what the argument {@code input} takes if there is one
 * @param inputArgument the name of the only argument, null where the request's fields are arguments by themselves
 * @param result what the field is of the reply
 */
public record RootField(
        OperationType operation,
        String name,
        MethodDescriptor method,
        InputType request,
        @Nullable String inputArgument,
        Result result) {

    /** What a field is of a reply. */
    public sealed interface Result {
        /** The reply itself. */
        record Reply(MessageType type) implements Result {}

        /** A field of the reply. */
        record Part(MessageType reply, MessageField field) implements Result {}

        /** {@code true} once the method has ended: its reply is empty, for good. */
        record Done() implements Result {}

        /** The replies of a server stream, as a list, at most so many. */
        record Replies(MessageType type, int most) implements Result {}

        /**
         * A page of a list as a connection, by {@code first} and {@code after}, which are arguments for the request's
         * size and token of the page.
         *
         * @param connection has {@code nodes} and what else the reply has; {@code edges} with {@code node} and
         *     {@code cursor}, and {@code pageInfo}, are in the graph, but in no message
         * @param reply as it is, with the token of the next page
         * @param items those of the page, a field of the reply
         * @param nextPageToken a field of the reply; empty at the end
         */
        record Page(
                MessageType connection,
                MessageType reply,
                MessageField.Repeated items,
                MessageField.Single nextPageToken)
                implements Result {}
    }
}
