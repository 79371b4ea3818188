package dev.perigee.examples.todo.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perigee.examples.todo.model.InvalidTodoException;
import dev.perigee.examples.todo.model.Todo;
import dev.perigee.examples.todo.model.TodoInput;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Todos as the mobile clients know them. */
final class TodoJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TodoJson() {}

    static ArrayNode of(List<Todo> todos) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Todo todo : todos) array.add(of(todo));
        return array;
    }

    static ObjectNode of(Todo todo) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", todo.id().toString())
                .put("title", todo.title())
                .put("note", todo.note())
                .put("due", todo.due() == null ? null : todo.due().toString())
                .put("created", todo.created().toString());
    }

    /** @throws InvalidTodoException if there is no todo in it */
    static TodoInput input(byte[] body) throws IOException {
        try {
            JsonNode json = JSON.readTree(body);
            String title = text(json, "title");
            String due = text(json, "due");
            if (title == null) throw new InvalidTodoException("A todo has a title.");
            return new TodoInput(title, text(json, "note"), due == null ? null : LocalDate.parse(due));
        } catch (JacksonException e) {
            throw new InvalidTodoException("A todo is an object of JSON.");
        } catch (DateTimeException e) {
            throw new InvalidTodoException("\"due\" is a day, such as 2026-03-01.");
        }
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) return null;
        if (!value.isTextual()) throw new InvalidTodoException("\"" + name + "\" is a text.");
        return value.textValue();
    }
}
