package dev.perigee.graphql;

import dev.perigee.data.Binding;
import dev.perigee.data.PartSource;
import dev.perigee.data.PartWriter;
import dev.perigee.data.SelectedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields of a remote's objects, written from the JSON that came. Compared by identity. */
final class RemoteParts implements PartSource {
    private final Remote remote;
    private final Replies replies;

    RemoteParts(Remote remote) {
        this.remote = remote;
        this.replies = new Replies(remote);
    }

    @Override
    public List<PartWriter> fieldWriters(List<? extends SelectedField> fields) {
        List<PartWriter> writers = new ArrayList<>(fields.size());
        for (SelectedField field : fields) writers.add(fieldWriter(field));
        return writers;
    }

    private PartWriter fieldWriter(SelectedField field) {
        PerConditions<Shape> shapes = new PerConditions<>(run -> Shape.of(field, remote, run));
        String key = ResponseKeys.of(field);
        return (value, run, out, errors) ->
                new ShapeWriter(out, errors).write(field, shapes.of(run), entry(value, key));
    }

    @Override
    public PartWriter objectWriter(SelectedField field) {
        PerConditions<Shape.Objects> shapes = new PerConditions<>(run -> Shape.object(field, remote, run));
        return (value, run, out, errors) -> new ShapeWriter(out, errors).write(field, shapes.of(run), entriesOf(value));
    }

    @Override
    public Binding.Getter reader(SelectedField field) {
        String key = ResponseKeys.of(field);
        return (value, arguments) ->
                replies.value(entry(value, key), field.definition().type());
    }

    /** An entry that is missing is an answer of another kind. */
    private static @Nullable Object entry(Object value, String key) {
        Map<String, @Nullable Object> entries = entriesOf(value);
        Object entry = entries.get(key);
        return entry == null && !entries.containsKey(key) ? UpstreamErrors.malformed() : entry;
    }

    private static Map<String, @Nullable Object> entriesOf(Object value) {
        if (value instanceof RemoteObject object) return object.entries();
        throw new IllegalStateException("A field of another server's object was asked for of a "
                + value.getClass().getName());
    }
}
