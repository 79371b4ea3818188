package dev.perigee.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perigee.client.GraphqlError;
import dev.perigee.client.Result;
import java.util.List;

/** What a server has answered, as JSON once more. */
final class ResponseJson {
    private ResponseJson() {}

    static ObjectNode of(Result<?> result) {
        ObjectNode response = result.errors().isEmpty() ? JsonLines.object() : ofErrors(result.errors());
        Object data = result.data();
        response.set("data", data == null ? NullNode.getInstance() : JsonLines.value(data));
        if (!result.extensions().isEmpty()) response.set("extensions", JsonLines.value(result.extensions()));
        return response;
    }

    /** A response without data. */
    static ObjectNode ofErrors(List<GraphqlError> errors) {
        ObjectNode response = JsonLines.object();
        ArrayNode array = response.putArray("errors");
        for (GraphqlError error : errors) {
            ObjectNode node = array.addObject().put("message", error.message());
            if (!error.locations().isEmpty()) {
                ArrayNode places = node.putArray("locations");
                error.locations().forEach(place -> places.add(JsonLines.place(place.line(), place.column())));
            }
            if (error.path() != null) node.set("path", JsonLines.value(error.path()));
            if (!error.extensions().isEmpty()) node.set("extensions", JsonLines.value(error.extensions()));
        }
        return response;
    }
}
