package dev.perigee.graphql;

import dev.perigee.client.Operation;
import dev.perigee.data.ClientException;
import dev.perigee.data.Headers;
import dev.perigee.data.SourceRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One upstream request while it is put together, and who waits for its answer. For the thread that loads. */
final class UpstreamRequest {
    private final List<Pieces.Use> uses = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private int aliases;

    /** Parts in as few requests as limits allow: each takes one part of a share. */
    static List<UpstreamRequest> of(List<Share> shares, int maxAliases) {
        List<UpstreamRequest> requests = new ArrayList<>();
        for (Share share : shares) {
            int at = 0;
            for (Part part : share.parts()) {
                int taken = share.piece() instanceof Piece.OfEach ? part.count() : 0;
                while (at < requests.size() && requests.get(at).aliases + taken > maxAliases) at++;
                if (at == requests.size()) requests.add(new UpstreamRequest());
                requests.get(at++).add(share.piece(), part, taken);
            }
        }
        return requests;
    }

    private void add(Piece piece, Part part, int taken) {
        uses.add(new Pieces.Use(piece, part.count()));
        parts.add(part);
        aliases += taken;
    }

    List<Part> parts() {
        return parts;
    }

    /** @throws ClientException if it is larger than the remote is to be sent */
    Operation<Map<String, @Nullable Object>> operation(Pieces pieces, Remote remote, SourceRun run) {
        String document = pieces.document(uses);
        int bytes = document.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > remote.maxDocumentBytes()) {
            throw new ClientException(
                    "LIMIT_EXCEEDED",
                    "What is selected of another server is too large for it: a document of %d bytes, where %d are allowed."
                            .formatted(bytes, remote.maxDocumentBytes()));
        }
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        for (Part part : parts) part.fill(variables);
        Duration left = run.context().remaining();
        return operation(document, variables, remote, run)
                .timeout(left.compareTo(remote.timeout()) < 0 ? left : remote.timeout());
    }

    static Operation<Map<String, @Nullable Object>> operation(
            String document, Map<String, @Nullable Object> variables, Remote remote, SourceRun run) {
        Operation<Map<String, @Nullable Object>> operation =
                Operation.of(document).variables(variables);
        for (Map.Entry<String, String> header :
                forwarded(remote, run.context().headers()).entrySet()) {
            operation = operation.header(header.getKey(), header.getValue());
        }
        return operation;
    }

    private static Map<String, String> forwarded(Remote remote, Headers headers) {
        Map<String, String> forwarded = new HashMap<>();
        for (String name : remote.forward()) {
            List<String> values = headers.all(name);
            if (!values.isEmpty()) forwarded.put(name, String.join(", ", values));
        }
        return forwarded;
    }
}
