package dev.perigee.codegen;

/**
 * What an update did to the folder of generated sources.
 *
 * @param written files that are new or have changed
 * @param unchanged files that are as they were
 * @param deleted files that are no longer generated
 * @param started skeletons, where there was nothing
 */
public record Outcome(int written, int unchanged, int deleted, int started) {
    /** Nothing was to be done. */
    static final Outcome CURRENT = new Outcome(0, 0, 0, 0);

    /** Whether nothing that matters has changed since the last time, so that nothing was generated. */
    public boolean isCurrent() {
        return equals(CURRENT);
    }
}
