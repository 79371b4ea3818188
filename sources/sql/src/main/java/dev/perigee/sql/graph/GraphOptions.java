package dev.perigee.sql.graph;

/**
 * What of a model its graph has. Names do not depend on it: an option adds or takes away, and renames nothing but the
 * type of a relation that {@link ToMany} is about. Immutable.
 *
 * @param mutations whether rows can be created, updated and deleted
 * @param toMany how relations to several rows are given; the root's lists are always connections
 * @param hiddenInputs which hidden columns can be written
 */
public record GraphOptions(boolean mutations, ToMany toMany, HiddenInputs hiddenInputs) {
    /** Without mutations, with connections, and hidden columns in no input. */
    public static final GraphOptions DEFAULT = new GraphOptions(false, ToMany.CONNECTIONS, HiddenInputs.NEVER);

    /** How a relation to several rows is given. */
    public enum ToMany {
        /** A connection: pages, cursors, counts and aggregates. */
        CONNECTIONS,
        /** A list of rows, which can be cut at either end, without columns of has-through's join rows. */
        LISTS
    }

    /** Which hidden columns can be written, though never read. */
    public enum HiddenInputs {
        /** None. A table with a hidden column that must be given has no create mutation then. */
        NEVER,
        /** In creation, those that must be given: not null, without a default. */
        REQUIRED
    }

    public GraphOptions withMutations() {
        return new GraphOptions(true, toMany, hiddenInputs);
    }

    public GraphOptions with(ToMany other) {
        return new GraphOptions(mutations, other, hiddenInputs);
    }

    public GraphOptions with(HiddenInputs other) {
        return new GraphOptions(mutations, toMany, other);
    }
}
