package dev.perigee.data;

/**
 * A part of a graph in Java code, found with {@link java.util.ServiceLoader} by {@code perigee serve}, or called by
 * hand. It may start what it needs (pools, clients) in {@link #wire} and stops it in {@link #close}.
 */
public interface GraphModule extends AutoCloseable {
    /** Adds roots, loaders and resolvers. Called once, before the engine is built. */
    void wire(Wiring.Builder wiring) throws Exception;

    /** Called once: after the last request has ended, or when {@link #wire} of this or another module has failed. */
    @Override
    default void close() throws Exception {}
}
