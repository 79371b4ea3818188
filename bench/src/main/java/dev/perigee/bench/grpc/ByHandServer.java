package dev.perigee.bench.grpc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.MoreExecutors;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.perigee.bench.grpc.catalog.CatalogGrpc;
import dev.perigee.bench.grpc.catalog.CatalogGrpc.CatalogFutureStub;
import dev.perigee.bench.grpc.catalog.Item;
import dev.perigee.bench.grpc.catalog.ListItemsReply;
import dev.perigee.bench.grpc.catalog.ListItemsRequest;
import io.grpc.Channel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/**
 * What somebody writes who has one query to serve: a handler that calls the service and writes the reply by hand, with
 * the same HTTP server, the same channel, and Jackson's generator.
 */
final class ByHandServer implements HttpService, AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();

    private final CatalogFutureStub catalog;
    private final Server server;

    ByHandServer(Channel channel) {
        catalog = CatalogGrpc.newFutureStub(channel);
        server = Server.builder().http(0).service("/graphql", this).build();
        server.start().join();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.activeLocalPort() + "/graphql");
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        return HttpResponse.of(request.aggregate().thenCompose(all -> answer()));
    }

    private CompletableFuture<HttpResponse> answer() {
        CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
        var call = catalog.listItems(
                ListItemsRequest.newBuilder().setCount(PathsBenchmark.ITEMS).build());
        Futures.addCallback(
                call,
                new FutureCallback<>() {
                    @Override
                    public void onSuccess(ListItemsReply reply) {
                        answer.complete(HttpResponse.of(HttpStatus.OK, MediaType.JSON, HttpData.wrap(json(reply))));
                    }

                    @Override
                    public void onFailure(Throwable failure) {
                        answer.completeExceptionally(failure);
                    }
                },
                MoreExecutors.directExecutor());
        return answer;
    }

    private static byte[] json(ListItemsReply reply) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart("data");
            json.writeObjectFieldStart("listItems");
            json.writeArrayFieldStart("items");
            for (Item item : reply.getItemsList()) {
                json.writeStartObject();
                json.writeStringField("id", Long.toString(item.getId()));
                json.writeStringField("name", item.getName());
                json.writeNumberField("price", item.getPrice());
                json.writeBooleanField("active", item.getActive());
                json.writeStringField("category", item.getCategory().name());
                json.writeStringField("url", item.getUrl());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Bytes can always be written to", e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.stop().join();
    }
}
