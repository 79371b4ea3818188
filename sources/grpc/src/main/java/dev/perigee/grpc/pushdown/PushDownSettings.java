package dev.perigee.grpc.pushdown;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a method is told what is asked for. Immutable.
 *
 * @param maskHeader the metadata that takes a mask of the reply, such as {@code x-goog-fieldmask}; null for none
 * @param maskRoot from the reply to what a mask in the request is about, in the names of the IDL, empty for the reply
 *     itself; null by convention: the message in the reply that is a list of resources, or the only resource
 * @param hasPathsBelowRepeated whether masks may have paths below repeated fields; else the repeated field's own
 * @param basicFields which of the resource's fields the view {@code BASIC} has; with none declared, it is never asked for
 * @param maxDepth how deep a selection goes, in levels; what is deeper is asked for as a whole; at least 1
 * @param maxNodes the most fields of a selection; one with more is told less deep; at least 1
 */
public record PushDownSettings(
        @Nullable String maskHeader,
        @Nullable String maskRoot,
        boolean hasPathsBelowRepeated,
        Set<String> basicFields,
        int maxDepth,
        int maxNodes) {
    /** By convention alone. */
    public static final PushDownSettings DEFAULTS = new PushDownSettings(null, null, true, Set.of(), 32, 2_000);

    /** @throws IllegalArgumentException if a value is out of range; the message has value and range */
    public PushDownSettings {
        if (maxDepth < 1) throw new IllegalArgumentException("maxDepth: " + maxDepth + " (at least 1)");
        if (maxNodes < 1) throw new IllegalArgumentException("maxNodes: " + maxNodes + " (at least 1)");
        basicFields = Set.copyOf(basicFields);
    }

    public PushDownSettings withMaskHeader(@Nullable String header) {
        return new PushDownSettings(header, maskRoot, hasPathsBelowRepeated, basicFields, maxDepth, maxNodes);
    }

    public PushDownSettings withMaskRoot(@Nullable String path) {
        return new PushDownSettings(maskHeader, path, hasPathsBelowRepeated, basicFields, maxDepth, maxNodes);
    }

    /** For servers that refuse paths below repeated fields. */
    public PushDownSettings withoutPathsBelowRepeated() {
        return new PushDownSettings(maskHeader, maskRoot, false, basicFields, maxDepth, maxNodes);
    }

    /** @param fields names of the resource's fields */
    public PushDownSettings withBasicFields(Set<String> fields) {
        return new PushDownSettings(maskHeader, maskRoot, hasPathsBelowRepeated, fields, maxDepth, maxNodes);
    }

    public PushDownSettings withLimits(int depth, int nodes) {
        return new PushDownSettings(maskHeader, maskRoot, hasPathsBelowRepeated, basicFields, depth, nodes);
    }
}
