package dev.perigee.grpc.pushdown;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.perigee.grpc.pushdown.FieldTree.Selected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link FieldTree} that is being made. For one thread. */
final class TreeNode {
    private final @Nullable Descriptor message;
    private final Map<Key, TreeNode> fields = new LinkedHashMap<>();
    private @Nullable String alias;
    private boolean isWhole;

    /** @param message whose fields they are; null of a leaf, or where that is not known */
    TreeNode(@Nullable Descriptor message) {
        this.message = message;
    }

    /** A field is one for all its aliases, but not for different arguments. */
    private record Key(String name, Map<String, @Nullable Object> arguments) {}

    @Nullable Descriptor message() {
        return message;
    }

    /** The node of a field, the same for the same arguments. */
    TreeNode field(FieldDescriptor field, @Nullable String responseName, Map<String, @Nullable Object> arguments) {
        TreeNode node =
                fields.computeIfAbsent(new Key(field.getName(), arguments), key -> new TreeNode(Shapes.below(field)));
        if (responseName != null && node.alias == null) node.alias = responseName;
        return node;
    }

    /** The node of a field that is needed whatever its arguments are. */
    TreeNode field(FieldDescriptor field) {
        for (Map.Entry<Key, TreeNode> known : fields.entrySet()) {
            if (known.getKey().name().equals(field.getName())) return known.getValue();
        }
        return field(field, null, Map.of());
    }

    /** The node of a name alone. */
    TreeNode field(String name) {
        return fields.computeIfAbsent(new Key(name, Map.of()), key -> new TreeNode(null));
    }

    /** Everything of it. */
    void whole() {
        isWhole = true;
    }

    void addAll(FieldTree tree) {
        if (tree.isEverything()) isWhole = true;
        for (Selected field : tree.selected()) {
            Key key = new Key(field.name(), field.arguments());
            TreeNode node = fields.computeIfAbsent(key, name -> new TreeNode(null));
            if (node.alias == null) node.alias = field.alias();
            node.addAll(field.below());
        }
    }

    /** Never nothing of a message: that would be everything, so it is what costs least. */
    FieldTree build() {
        if (isWhole) return FieldTree.EVERYTHING;
        if (fields.isEmpty()) return message == null ? FieldTree.EVERYTHING : Shapes.cheapest(message);
        List<Selected> selected = new ArrayList<>(fields.size());
        fields.forEach((key, node) -> {
            String alias = key.name().equals(node.alias) ? null : node.alias;
            selected.add(new Selected(key.name(), alias, key.arguments(), node.build()));
        });
        return new FieldTree(selected);
    }
}
