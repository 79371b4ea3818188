package dev.perigee.bench.grpc;

/** The service in a process of its own; prints where it is. */
public final class CatalogServer {
    private CatalogServer() {}

    public static void main(String[] args) throws Exception {
        LocalServer catalog = LocalServer.startDirect(new CatalogService());
        System.out.println(catalog.address());
        catalog.server().awaitTermination();
    }
}
