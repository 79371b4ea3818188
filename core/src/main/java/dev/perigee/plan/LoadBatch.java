package dev.perigee.plan;

/**
 * All fields of a plan whose keys go to one loader together: those that use the loader and have as many steps to wait
 * for above them.
 */
public final class LoadBatch extends Batch {
    private final Class<?> loader;

    LoadBatch(int id, Class<?> loader, int stage) {
        super(id, stage);
        this.loader = loader;
    }

    public Class<?> loader() {
        return loader;
    }
}
