package dev.perigee.grpc.pushdown;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.graph.MessageField;
import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.wire.Selection;
import dev.perigee.grpc.wire.Selection.Selected;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the tree of what is asked for of a reply: all selections of it together, and what the gateway needs besides. What
 * nothing is asked of, such as where only {@code __typename} is selected, is asked for its cheapest field. For one thread.
 *
 * @param <K> what selected fields are known by
 */
public final class FieldTreeBuilder<K> {
    private final TreeNode root;
    private final Predicate<? super K> isIncluded;
    private final Function<? super K, Map<String, @Nullable Object>> arguments;

    /**
     * @param isIncluded whether the request has the field; asked of conditional ones only
     * @param arguments of a field, as JSON has them; most messages' fields have none
     */
    public FieldTreeBuilder(
            Descriptor reply,
            Predicate<? super K> isIncluded,
            Function<? super K, Map<String, @Nullable Object>> arguments) {
        this.root = new TreeNode(reply);
        this.isIncluded = isIncluded;
        this.arguments = arguments;
    }

    /** Without conditions and arguments. */
    public static <K> FieldTreeBuilder<K> of(Descriptor reply) {
        return new FieldTreeBuilder<>(reply, key -> true, key -> Map.of());
    }

    /** Adds what is selected of the reply. */
    public FieldTreeBuilder<K> add(Selection<K> selection) {
        add(selection, root);
        return this;
    }

    /**
     * Adds what is selected of a part of the reply.
     *
     * @param path to the part, in the names of the IDL with dots between them; empty for the reply itself
     * @throws IllegalArgumentException if there is no such field
     */
    public FieldTreeBuilder<K> addAt(String path, Selection<K> selection) {
        add(selection, node(path));
        return this;
    }

    /** Adds a selected field that is not a part of another selection: a field of the message at the path. */
    public FieldTreeBuilder<K> addAt(String path, Selected<K> field) {
        add(field, node(path));
        return this;
    }

    /** Adds a field with everything in it. See {@link #addAt}. */
    public FieldTreeBuilder<K> need(String path) {
        node(path).whole();
        return this;
    }

    /** The tree; never empty, unless the reply has no fields. */
    public FieldTree build() {
        return root.build();
    }

    private TreeNode node(String path) {
        TreeNode node = root;
        FieldDescriptor last = null;
        for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
            if (last != null && last.isMapField()) {
                // The key comes with the map, so nothing is to be kept of it; a value's fields are below the map itself
                if (name.equals("key")) return new TreeNode(null);
                last = null;
                continue;
            }
            Descriptor message = node.message();
            if (message == null) return node; // of a value, what is inside comes with it
            last = message.findFieldByName(name);
            if (last == null) {
                throw new IllegalArgumentException(
                        message.getFullName() + " has no field \"" + name + "\" (" + path + ")");
            }
            node = node.field(last);
        }
        return node;
    }

    private void add(Selection<K> selection, TreeNode node) {
        for (Selected<K> selected : selection.fields()) {
            if (!selected.isConditional() || isIncluded.test(selected.key())) add(selected, node);
        }
    }

    private void add(Selected<K> selected, TreeNode node) {
        switch (selected.field()) {
            case null -> {} // __typename
            case MessageField.Nothing none -> {}
            case MessageField.Single single -> addValue(selected, single.descriptor(), node);
            case MessageField.Repeated repeated -> addValue(selected, repeated.descriptor(), node);
            case MessageField.JsonMap map ->
                child(selected, map.descriptor(), node).whole();
            case MessageField.OneOf oneOf ->
                oneOf.members().forEach((member, type) -> addMember(selected, member, type, node));
        }
    }

    private void addValue(Selected<K> selected, FieldDescriptor field, TreeNode node) {
        TreeNode child = child(selected, field, node);
        for (Selection<K> below : selected.below().values()) {
            if (field.isMapField()) addEntry(below, child);
            else add(below, child);
        }
    }

    /** Of a map's entry: the key comes with it, and what is selected of the value is asked for below the map. */
    private void addEntry(Selection<K> entry, TreeNode map) {
        for (Selected<K> selected : entry.fields()) {
            if (selected.isConditional() && !isIncluded.test(selected.key())) continue;
            for (Selection<K> value : selected.below().values()) add(value, map);
        }
    }

    /** Every member, whether something of it is selected or not: which one is set says which type it is. */
    private void addMember(Selected<K> selected, FieldDescriptor member, MessageType type, TreeNode node) {
        TreeNode child = node.field(member, null, Map.of());
        Selection<K> below = selected.below().get(type);
        if (below != null) add(below, child);
    }

    private TreeNode child(Selected<K> selected, FieldDescriptor field, TreeNode node) {
        MessageField known = selected.field();
        boolean isAliased = known != null && !selected.responseName().equals(known.name());
        String name = isAliased ? selected.responseName() : field.getName();
        return node.field(field, name, arguments.apply(selected.key()));
    }
}
