package dev.perigee.client;

import dev.perigee.client.http.Address;
import dev.perigee.client.http.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Reads replies: bytes to JSON, to a response, to a result.
 *
 * @see <a href="https://http-spec.graphql.org/September2026/#sec-Response">GraphQL over HTTP, Response</a>
 */
final class ReplyReader {
    private final Address address;
    private final RecordMapper records;

    ReplyReader(Address address, RecordMapper records) {
        this.address = address;
        this.records = records;
    }

    /**
     * What came by HTTP.
     *
     * @throws RequestErrorException if the server has refused the operation
     * @throws TransportException if the answer is none
     */
    <T> Result<T> result(Reply reply, Operation<T> operation) {
        return result(response(reply), reply.status(), operation);
    }

    /**
     * The elements of a list, read while the reply arrives.
     *
     * @param path response names from the root of the data to the list
     * @throws TransportException if the answer is none
     */
    <T> Elements<T> elements(Reply reply, int maxElementBytes, List<String> path, ValueReader<T> reader) {
        InputStream body = reply.stream();
        if (body == null) {
            response(reply); // it is all there, so that what is wrong with it can be said at once
            body = new ByteArrayInputStream(reply.body());
        } else if (!isJson(reply)) {
            throw notGraphql(beginning(reply, body), "");
        }
        Function<String, TransportException> failure = reason -> new TransportException(
                "%s answered %d with what can't be read: %s.".formatted(address, reply.status(), reason),
                reply.status(),
                true,
                null);
        return new Elements<>(new Allowance(body, maxElementBytes), path, reader, reply.status(), failure);
    }

    private static Reply beginning(Reply reply, InputStream body) {
        try (body) {
            return new Reply(reply.status(), reply.headers(), body.readNBytes(1_000));
        } catch (IOException e) {
            return new Reply(reply.status(), reply.headers(), new byte[0]);
        }
    }

    /** What came another way. */
    <T> Result<T> result(byte[] payload, Operation<T> operation) {
        try {
            return result(ServerResponse.of(ServerJson.read(payload)), 0, operation);
        } catch (UnreadableException e) {
            throw noResponse(payload, e);
        }
    }

    /** @throws TransportException if it is none */
    ServerResponse response(Reply reply) {
        if (!isJson(reply)) throw notGraphql(reply, "");
        try {
            return ServerResponse.of(ServerJson.read(reply.body()));
        } catch (UnreadableException e) {
            throw notGraphql(reply, ": " + e.reason());
        }
    }

    /** The errors with which the server has refused a request; none if it has not, or the reply is no response. */
    List<GraphqlError> refusal(Reply reply) {
        if (!isJson(reply)) return List.of();
        try {
            ServerResponse response = ServerResponse.of(ServerJson.read(reply.body()));
            return response.hasData() ? List.of() : response.errors();
        } catch (UnreadableException e) {
            return List.of();
        }
    }

    <T> Result<T> result(ServerResponse response, int status, Operation<T> operation) {
        if (!response.hasData()) throw new RequestErrorException(response.errors(), status);
        var data = response.data();
        try {
            T read = data == null ? null : operation.read(Data.of(data, ""), records);
            return new Result<>(read, response.errors(), response.extensions());
        } catch (UnreadableException e) {
            throw new TransportException(address + ": in the data, " + e.reason() + ".", status, true, e);
        }
    }

    /** Whoever says nothing of the type is given the chance to be read. */
    static boolean isJson(Reply reply) {
        String type = reply.headers().firstValue("content-type").orElse("application/json");
        String essence = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return essence.equals("application/json") || essence.equals("application/graphql-response+json");
    }

    private TransportException noResponse(byte[] payload, UnreadableException e) {
        return new TransportException(
                "%s sent what is not a response: %s. It begins with: %s"
                        .formatted(address, e.reason(), Shown.body(payload)),
                0,
                true,
                e);
    }

    /** A proxy's page, a redirect, JSON of another kind. Of 4xx nobody has run anything. */
    private TransportException notGraphql(Reply reply, String reason) {
        StringBuilder message = new StringBuilder();
        message.append(address).append(" answered ").append(reply.status()).append(" with what is not GraphQL");
        message.append(reason).append('.');
        about(message, reply, "location", " It points to ");
        about(message, reply, "content-encoding", " It is encoded, which nobody asked for: ");
        about(message, reply, "content-type", " Its type: ");
        if (reply.body().length > 0) message.append(" It begins with: ").append(Shown.body(reply.body()));
        int status = reply.status();
        return new TransportException(message.toString(), status, status < 300 || status >= 500, null);
    }

    private static void about(StringBuilder message, Reply reply, String header, String text) {
        reply.headers()
                .firstValue(header)
                .map(value -> Shown.line(value.replaceFirst("\\?.*", ""), 200)) // there may be a key behind the ?
                .ifPresent(value -> message.append(text).append(value).append('.'));
    }
}
