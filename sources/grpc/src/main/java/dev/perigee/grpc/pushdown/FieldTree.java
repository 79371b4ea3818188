package dev.perigee.grpc.pushdown;

import com.google.protobuf.FieldMask;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for of a message, in the names of the IDL. Of a field without a tree of its own, everything is asked for.
 * Immutable.
 */
public final class FieldTree {
    /** Everything: nothing is left out. */
    public static final FieldTree EVERYTHING = new FieldTree(List.of());

    private final List<Selected> selected;

    FieldTree(List<Selected> selected) {
        this.selected = List.copyOf(selected);
    }

    /**
     * A field that is asked for.
     *
     * @param name in the IDL
     * @param alias what the client calls it, null if that is the field's own name
     * @param arguments as JSON has them, most often none
     * @param below what of its value; of a map, of the map's values
     */
    public record Selected(
            String name, @Nullable String alias, Map<String, @Nullable Object> arguments, FieldTree below) {
        public Selected {
            arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        }

        /** Without alias and arguments. */
        public Selected(String name, FieldTree below) {
            this(name, null, Map.of(), below);
        }
    }

    /**
     * Of a mask, which may have nested paths.
     *
     * @throws dev.perigee.data.ClientException with code {@code INVALID_ARGUMENT} if a path is none
     */
    public static FieldTree fromMask(FieldMask mask) {
        return MaskReader.read(mask.getPathsList());
    }

    /** Whether nothing is left out. */
    public boolean isEverything() {
        return selected.isEmpty();
    }

    /**
     * The fields, in the order of the request. A name stands here several times if the field is asked for with different
     * arguments; else once.
     */
    public List<Selected> selected() {
        return selected;
    }

    /** The names of the fields. None if everything is asked for. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Selected field : selected) names.add(field.name());
        return names;
    }

    /** Whether a field is asked for, by itself or with everything else. */
    public boolean has(String name) {
        return below(name) != null;
    }

    /** What is asked for of a field, with all its arguments together; null if it is not asked for at all. */
    public @Nullable FieldTree below(String name) {
        if (isEverything()) return EVERYTHING;
        List<Selected> found =
                selected.stream().filter(field -> field.name().equals(name)).toList();
        if (found.size() < 2) return found.isEmpty() ? null : found.getFirst().below();
        TreeNode merged = new TreeNode(null);
        for (Selected field : found) merged.addAll(field.below());
        return merged.build();
    }

    /** The path of a field that is asked for with different arguments, which one message has no room for; null if none is. */
    public @Nullable String conflict() {
        Set<String> seen = new LinkedHashSet<>();
        for (Selected field : selected) {
            if (!seen.add(field.name())) return field.name();
            String below = field.below().conflict();
            if (below != null) return field.name() + "." + below;
        }
        return null;
    }

    /** How many fields there are in it, at all depths. */
    int size() {
        int size = 0;
        for (Selected field : selected) size += 1 + field.below().size();
        return size;
    }

    /** With everything of the fields at a depth, where this goes below them. */
    FieldTree cutAt(int depth) {
        if (depth == 0) return EVERYTHING;
        List<Selected> cut = new ArrayList<>(selected.size());
        for (Selected field : selected) {
            cut.add(new Selected(
                    field.name(),
                    field.alias(),
                    field.arguments(),
                    field.below().cutAt(depth - 1)));
        }
        return new FieldTree(cut);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldTree tree && selected.equals(tree.selected);
    }

    @Override
    public int hashCode() {
        return selected.hashCode();
    }

    /** {@code {id name friends: photos(first: 3) {url}}}; {@code *} for everything. */
    @Override
    public String toString() {
        if (isEverything()) return "*";
        StringBuilder text = new StringBuilder("{");
        for (Selected field : selected) {
            if (text.length() > 1) text.append(' ');
            if (field.alias() != null) text.append(field.alias()).append(": ");
            text.append(field.name());
            if (!field.arguments().isEmpty()) text.append(field.arguments());
            if (!field.below().isEverything()) text.append(' ').append(field.below());
        }
        return text.append('}').toString();
    }
}
