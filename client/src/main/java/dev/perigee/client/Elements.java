package dev.perigee.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The elements of one list of a response, each read when it is asked for. Errors, which may stand before or behind the
 * data, are thrown behind the last element. For one thread.
 */
final class Elements<T> implements Iterator<T>, AutoCloseable {
    private final JsonParser parser;
    private final Allowance bytes;
    private final List<String> path;
    private final ValueReader<T> reader;
    private final int status;
    private final Function<String, TransportException> failure;
    private List<GraphqlError> errors = List.of();
    private boolean hasData;
    private boolean isInList;
    private int index = -1;
    private @Nullable JsonToken next;

    /**
     * @param path response names from the root of the data to the list
     * @param failure makes of the end of a sentence what is thrown when the rest can't be read
     */
    Elements(
            Allowance bytes,
            List<String> path,
            ValueReader<T> reader,
            int status,
            Function<String, TransportException> failure) {
        this.bytes = bytes;
        this.path = path;
        this.reader = reader;
        this.status = status;
        this.failure = failure;
        try {
            this.parser = ServerJson.FACTORY.createParser(bytes);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false)
                .onClose(this::close);
    }

    /**
     * @throws TransportException if what comes next is not as expected, or does not come
     * @throws RequestErrorException if there are errors and no data
     * @throws ExecutionErrorsException behind the last element, if there are errors as well
     */
    @Override
    public boolean hasNext() {
        try {
            if (index < 0) begin();
            else if (next == null && isInList) advance();
            if (next == null && !parser.isClosed()) end();
            return next != null;
        } catch (IOException | UnreadableException e) {
            throw failed(e);
        }
    }

    @Override
    public T next() {
        if (!hasNext()) throw new NoSuchElementException();
        try {
            Object value = ServerJson.value(parser);
            next = null;
            return reader.read(value, String.join(".", path) + "[" + index++ + "]");
        } catch (IOException | UnreadableException e) {
            throw failed(e);
        }
    }

    private TransportException failed(Exception e) {
        close();
        return failure.apply(
                e instanceof IOException io ? ServerJson.unreadable(io).reason() : ((UnreadableException) e).reason());
    }

    private void begin() throws IOException {
        index = 0;
        if (parser.nextToken() != JsonToken.START_OBJECT) throw new UnreadableException("it is no object");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            if (topLevel()) {
                isInList = descend(0);
                if (isInList) advance();
                return;
            }
        }
    }

    /** Reads an entry of the response; true if it is data, whose value the parser stands on then. */
    private boolean topLevel() throws IOException {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("errors")) errors = ServerResponse.errors(ServerJson.value(parser));
        else if (!name.equals("data")) parser.skipChildren();
        else if (value == JsonToken.START_OBJECT) return hasData = true;
        else hasData = true;
        return false;
    }

    /** Goes on to the list, past what stands before it; false if it is null, or something above it. */
    private boolean descend(int depth) throws IOException {
        String name = path.get(depth);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isIt = parser.currentName().equals(name);
            JsonToken value = parser.nextToken();
            boolean isLast = depth == path.size() - 1;
            if (!isIt) parser.skipChildren();
            else if (value == JsonToken.VALUE_NULL) return false;
            else if (value != (isLast ? JsonToken.START_ARRAY : JsonToken.START_OBJECT)) {
                throw wrong(depth, isLast ? "must be a list" : "must be an object");
            } else return isLast || descend(depth + 1);
        }
        throw wrong(depth, "is not in the data");
    }

    private UnreadableException wrong(int depth, String reason) {
        return new UnreadableException(String.join(".", path.subList(0, depth + 1)) + " " + reason);
    }

    private void advance() throws IOException {
        bytes.renew();
        next = parser.nextToken();
        if (next != JsonToken.END_ARRAY) return;
        next = null;
        isInList = false;
    }

    /** The rest, in which there may be errors. */
    private void end() throws IOException {
        bytes.renew();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            boolean isTopLevel = parser.getParsingContext().getParent() != null
                    && parser.getParsingContext().getParent().inRoot();
            if (token == JsonToken.FIELD_NAME && isTopLevel) topLevel();
        }
        close();
        if (errors.isEmpty() && !hasData) throw new UnreadableException("it has neither data nor errors");
        if (errors.isEmpty()) return;
        if (!hasData) throw new RequestErrorException(errors, status);
        throw new ExecutionErrorsException(new Result<>(null, errors, Map.of()));
    }

    @Override
    public void close() {
        isInList = false;
        try {
            parser.close(); // and what it reads from
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
