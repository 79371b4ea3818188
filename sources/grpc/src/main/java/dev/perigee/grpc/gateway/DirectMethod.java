package dev.perigee.grpc.gateway;

import dev.perigee.data.AccessRule;
import dev.perigee.data.Caller;
import dev.perigee.grpc.channel.Call;
import dev.perigee.grpc.graph.RootField;
import dev.perigee.grpc.input.EncodeOptions;
import dev.perigee.grpc.input.InputReader;
import dev.perigee.grpc.input.MessageEncoder;
import dev.perigee.grpc.input.RequestRules;
import dev.perigee.grpc.wire.WholeMessageWriter;
import dev.perigee.json.JsonWriter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A method that is called with JSON, and replies with JSON. Immutable. */
public final class DirectMethod {
    private static final EncodeOptions OPTIONS = EncodeOptions.DEFAULTS.withNulls(EncodeOptions.Nulls.UNSET);

    private final ServiceMethod service;
    private final InputReader reader;
    private final MessageEncoder encoder;
    private final @Nullable RequestRules rules;
    private final WholeMessageWriter writer;
    private final MethodRules access;

    private DirectMethod(
            ServiceMethod service,
            InputReader reader,
            MessageEncoder encoder,
            @Nullable RequestRules rules,
            WholeMessageWriter writer,
            MethodRules access) {
        this.service = service;
        this.reader = reader;
        this.encoder = encoder;
        this.rules = rules;
        this.writer = writer;
        this.access = access;
    }

    /** @param access what a caller must fulfil: replies are whole, so that is all that protects a part of them */
    static DirectMethod of(Services services, RootField root, MethodRules access) {
        EncodeOptions options = OPTIONS.withTypes(services.idl()::message);
        return new DirectMethod(
                services.root(root).service(),
                InputReader.of(root.request(), options),
                MessageEncoder.of(root.request(), options),
                services.rules().of(root.request(), options),
                WholeMessageWriter.of(root.method().getOutputType(), services.writeOptions()),
                access);
    }

    /** Such as {@code acme.v1.Users/GetUser}. */
    String name() {
        return service.method().name();
    }

    /** @throws dev.perigee.data.ClientException if the caller may not call it, or the request is none of it */
    public CompletableFuture<byte[]> call(Map<String, ? extends @Nullable Object> request, DirectContext context) {
        Caller caller = context.value(Caller.class);
        if (!access.admit(caller)) throw AccessRule.refusal(name(), caller);
        byte[] bytes = encoder.encode(reader.read(request));
        if (rules != null) rules.check(bytes);
        return service.upstream()
                .callAsync(Call.of(service.method(), bytes, context))
                .thenApply(reply -> json(reply.message()))
                .toCompletableFuture();
    }

    private byte[] json(byte[] message) {
        JsonWriter out = new JsonWriter();
        writer.write(message, out);
        return out.toByteArray();
    }
}
