package dev.perigee.service;

import com.google.protobuf.Message;
import dev.perigee.grpc.pushdown.FieldTree;
import dev.perigee.grpc.pushdown.SelectionReader;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for: by its field of the shape {@code repeated GraphSelection selections}, or else its field mask. A
 * request that has neither, or says nothing there, asks for everything: all columns, and no relation.
 */
public final class Selections {
    private Selections() {}

    /**
     * What is asked for of the reply.
     *
     * @throws dev.perigee.data.ClientException {@code INVALID_ARGUMENT} if it is too large, or says nothing that makes
     *     sense
     */
    public static FieldTree of(Message request) {
        SelectionReader reader = SelectionReader.of(request.getDescriptorForType());
        return reader == null ? FieldTree.EVERYTHING : reader.read(request);
    }

    /**
     * What is asked for of the message that a reply has in a field. Masks are of that message; selections, of the reply.
     *
     * @param field of the reply
     * @return null if the field is not asked for
     * @throws dev.perigee.data.ClientException as {@link #of(Message)}
     */
    public static @Nullable FieldTree of(Message request, String field) {
        SelectionReader reader = SelectionReader.of(request.getDescriptorForType());
        if (reader == null) return FieldTree.EVERYTHING;
        FieldTree tree = reader.read(request);
        return reader.isOfResource() ? tree : tree.below(field);
    }
}
