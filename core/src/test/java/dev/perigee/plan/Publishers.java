package dev.perigee.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.data.Fetch;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.json.JsonWriter;
import dev.perigee.plan.Library.Book;
import dev.perigee.schema.ObjectType;
import java.util.List;
import java.util.function.BiConsumer;

/** A source that takes over a field with all that is selected below it. Its every value says what was asked for. */
record Publishers(SelectedField field, BiConsumer<String, Object> calls) implements Fetch {
    @Override
    public List<Long> fetch(List<Object> books, SourceRun run) {
        List<Long> ids = books.stream().map(book -> ((Book) book).id()).toList();
        calls.accept("publishers", ids);
        return ids.stream().map(id -> id % 4 == 0 ? null : id).toList();
    }

    @Override
    public void write(Object id, SourceRun run, JsonWriter out) {
        writeObject(field, field.possibleTypes().getFirst(), id, run, out);
    }

    private static void writeObject(SelectedField of, ObjectType type, Object id, SourceRun run, JsonWriter out) {
        boolean isFirst = true;
        out.raw('{');
        for (SelectedField selected : run.included(of, type)) {
            if (!isFirst) out.raw(',');
            isFirst = false;
            out.writeString(selected.responseName());
            out.raw(':');
            writeField(selected, id, run, out);
        }
        out.raw('}');
    }

    private static void writeField(SelectedField field, Object id, SourceRun run, JsonWriter out) {
        if (field.possibleTypes().isEmpty()) {
            String arguments = run.arguments(field).asMap().isEmpty() ? "" : " " + run.arguments(field);
            out.raw(("\"" + field.parentType().name() + "." + field.definition().name() + " of " + id + arguments
                            + "\"")
                    .getBytes(UTF_8));
        } else {
            writeObject(field, field.possibleTypes().getFirst(), id, run, out);
        }
    }

    @Override
    public String source() {
        return "publishing";
    }

    @Override
    public String describe() {
        return "publishers by book";
    }
}
