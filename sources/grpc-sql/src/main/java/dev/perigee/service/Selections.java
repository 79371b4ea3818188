package dev.perigee.service;

import com.google.protobuf.FieldMask;
import com.google.protobuf.MessageOrBuilder;
import dev.perigee.data.ClientException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a message is asked for: fields by their names in the proto file, with what is asked for of each. Immutable.
 *
 * @param isWhole whether the message was asked for without saying what of it: then all of its columns are filled, and
 *     of its relations those that {@code fields} has
 */
public record Selections(boolean isWhole, Map<String, Selections> fields) {
    /** All columns, no relation: what an empty selection means. */
    public static final Selections ALL = new Selections(true, Map.of());

    /** As deep as a selection may be nested. */
    public static final int MAX_DEPTH = 32;

    /** As many fields as a selection may have in all. */
    public static final int MAX_FIELDS = 2_000;

    public Selections {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * What a request asks for: its field of the shape {@code repeated GraphSelection selections}, whatever it is called, or
     * else its field mask; {@link #ALL} if it has neither or they are empty.
     *
     * @throws ClientException {@code BAD_USER_INPUT} if a name is empty, {@code LIMIT_EXCEEDED} if there are too many or
     *     they are nested too deep
     */
    public static Selections of(MessageOrBuilder request) {
        return SelectionReader.read(request);
    }

    /** As {@link #of(MessageOrBuilder)}, of a mask alone. */
    public static Selections of(FieldMask mask) {
        SelectionReader.Tree tree = new SelectionReader.Tree();
        for (String path : mask.getPathsList()) tree.addPath(path);
        return tree.selections();
    }

    /**
     * What is asked for of one field: where the request's selection is of a reply that has the message in a field. All of
     * it, if the selection is of all; null if it is of other fields only.
     */
    public @Nullable Selections at(String field) {
        Selections below = fields.get(field);
        return below == null && isWhole ? ALL : below;
    }
}
