package dev.perigee.grpc.pushdown;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tree as the paths of a field mask. */
final class MaskPaths {
    private final boolean hasPathsBelowRepeated;
    private final Set<String> paths = new LinkedHashSet<>();

    private MaskPaths(boolean hasPathsBelowRepeated) {
        this.hasPathsBelowRepeated = hasPathsBelowRepeated;
    }

    /** None if everything is asked for. */
    static List<String> of(FieldTree tree, Descriptor message, boolean hasPathsBelowRepeated) {
        MaskPaths paths = new MaskPaths(hasPathsBelowRepeated);
        paths.add(tree, message, "");
        return List.copyOf(paths.paths);
    }

    private void add(FieldTree tree, Descriptor message, String before) {
        for (String name : tree.names()) {
            FieldDescriptor field = message.findFieldByName(name);
            FieldTree below = tree.below(name);
            if (field == null || below == null) continue;
            Descriptor inside = inside(field);
            if (inside == null || below.isEverything()) paths.add(before + name);
            else add(below, inside, before + name + ".");
        }
    }

    /** The message that paths may go on in. The keys of a map are no part of a path, so nothing in it is. */
    private @Nullable Descriptor inside(FieldDescriptor field) {
        if (field.isMapField() || (field.isRepeated() && !hasPathsBelowRepeated)) return null;
        return Shapes.below(field);
    }
}
