package dev.perigee.bench.grpc;

import dev.perigee.bench.grpc.catalog.CatalogGrpc;
import dev.perigee.bench.grpc.catalog.ListItemsReply;
import dev.perigee.bench.grpc.catalog.ListItemsRequest;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Replies with items that it has made once: what is measured is the way to it. */
final class CatalogService extends CatalogGrpc.CatalogImplBase {
    private final Map<Integer, ListItemsReply> replies = new ConcurrentHashMap<>();

    @Override
    public void listItems(ListItemsRequest request, StreamObserver<ListItemsReply> reply) {
        reply.onNext(replies.computeIfAbsent(request.getCount(), Replies::reply));
        reply.onCompleted();
    }
}
