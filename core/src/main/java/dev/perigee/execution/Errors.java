package dev.perigee.execution;

import dev.perigee.data.ClientException;
import dev.perigee.data.ErrorsBelowException;
import dev.perigee.json.JsonWriter;
import dev.perigee.language.Location;
import dev.perigee.plan.ArgumentPlan.ArgumentException;
import dev.perigee.plan.PlannedField;
import dev.perigee.schema.CoercionException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The execution errors of one response, in response order. Masks what is not meant for clients, and logs it once. */
final class Errors {
    private static final System.Logger LOG = System.getLogger(Errors.class.getName());

    private final ErrorFormatter formatter;
    private final int maxResponseBytes;
    private List<ResponseError> errors = List.of();
    private long leastBytes;
    private @Nullable Map<Throwable, String> logged;

    Errors(ErrorFormatter formatter, int maxResponseBytes) {
        this.formatter = formatter;
        this.maxResponseBytes = maxResponseBytes;
    }

    List<ResponseError> list() {
        return errors;
    }

    /** A field's value could not be obtained or written. */
    void add(PlannedField field, Path path, Throwable thrown) {
        add(field, path.toList(), thrown);
    }

    /** As {@link #add(PlannedField, Path, Throwable)}, further below than the writer knows. */
    void add(PlannedField field, Path path, List<Object> below, Throwable thrown) {
        List<Object> position = new ArrayList<>(path.toList());
        position.addAll(below);
        add(field, position, thrown);
    }

    private void add(PlannedField field, List<Object> position, Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof ErrorsBelowException below) {
            for (ErrorsBelowException.Below error : below.errors()) {
                List<Object> further = new ArrayList<>(position);
                further.addAll(error.path());
                add(field, further, error.cause());
            }
            return;
        }
        add(formatter.format(error(field, position, cause), cause));
    }

    /** A field is null where its type does not allow it. */
    void nullNotAllowed(PlannedField field, Path path) {
        String message = "Cannot return null for non-nullable field " + field.coordinate() + ".";
        add(formatter.format(
                new ResponseError(message, places(field), path.toList(), Map.of("code", "NULL_NOT_ALLOWED")), null));
    }

    /** An error that ends the whole response. */
    void addWithoutPath(ClientException cause) {
        add(formatter.format(withoutPath(cause), cause));
    }

    static ResponseError withoutPath(ClientException cause) {
        return new ResponseError(message(cause), List.of(), null, extensions(cause, cause.code()));
    }

    /** @throws LimitExceededException if the errors alone are more than a response may be: they are kept until its end */
    private void add(ResponseError error) {
        if (errors.isEmpty()) errors = new ArrayList<>();
        errors.add(error);
        List<Object> path = error.path();
        leastBytes += 40 + error.message().length() + (path == null ? 0 : 3 * path.size());
        if (leastBytes > maxResponseBytes) throw new LimitExceededException(maxResponseBytes);
    }

    static void write(List<ResponseError> errors, JsonWriter out) {
        out.raw('[');
        for (int i = 0; i < errors.size(); i++) {
            if (i > 0) out.raw(',');
            errors.get(i).write(out);
        }
        out.raw(']');
    }

    private ResponseError error(PlannedField field, List<Object> position, Throwable cause) {
        List<ResponseError.Place> places = places(field);
        return switch (cause) {
            case ClientException known ->
                new ResponseError(message(known), places, position, extensions(known, known.code()));
            case ArgumentException wrong ->
                new ResponseError(message(wrong), places, position, Map.of("code", "BAD_USER_INPUT"));
            case CoercionException wrong ->
                new ResponseError(message(wrong), places, position, Map.of("code", "INVALID_RESULT"));
            default -> {
                if (logged == null) logged = new IdentityHashMap<>();
                String id = logged.computeIfAbsent(cause, unexpected -> log(field.coordinate(), unexpected));
                yield masked(id, places, position);
            }
        };
    }

    /** What a client sees of an error that was logged under an id. */
    static ResponseError masked(String id, List<ResponseError.Place> places, @Nullable List<Object> path) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", "INTERNAL_ERROR");
        extensions.put("id", id);
        return new ResponseError("Internal error " + id + ".", places, path, extensions);
    }

    private static Map<String, Object> extensions(ClientException cause, String code) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        extensions.putAll(cause.extensions());
        return extensions;
    }

    private static String message(Exception e) {
        @Nullable String message = e.getMessage();
        return message == null ? "Failed." : message;
    }

    /** Logs what clients must not see, under an id that they do see. */
    static String log(String where, Throwable cause) {
        String id = UUID.randomUUID().toString();
        LOG.log(System.Logger.Level.ERROR, "Internal error " + id + " at " + where, cause);
        return id;
    }

    private static List<ResponseError.Place> places(PlannedField field) {
        return places(field.locations());
    }

    static List<ResponseError.Place> places(List<Location> locations) {
        return locations.stream()
                .map(location -> new ResponseError.Place(location.line(), location.column()))
                .toList();
    }

    static Throwable unwrapped(Throwable e) {
        Throwable cause = e;
        while (isWrapper(cause) && cause.getCause() != null) cause = cause.getCause();
        return cause;
    }

    private static boolean isWrapper(Throwable e) {
        return e instanceof CompletionException
                || e instanceof ExecutionException
                || e instanceof InvocationTargetException;
    }
}
