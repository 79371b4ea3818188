package dev.perigee.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.perigee.language.Node;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes syntax trees as JSON with the kinds and fields of graphql-js 16: what is absent is left out, and lists are there
 * also when they are empty (graphql-js 17 leaves them out as well).
 */
final class JsonTree implements NodeFields {
    private final JsonGenerator json;
    private final @Nullable Utf16Offsets offsets;

    /** @param offsets null if nodes are to be without their places */
    JsonTree(JsonGenerator json, @Nullable Utf16Offsets offsets) {
        this.json = json;
        this.offsets = offsets;
    }

    void write(Node node) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", NodeKinds.of(node));
        NodeKinds.tell(node, this);
        if (offsets != null) offsets.write(node.location(), json);
        json.writeEndObject();
    }

    @Override
    public NodeFields text(String field, String value) throws IOException {
        json.writeStringField(field, value);
        return this;
    }

    @Override
    public NodeFields truth(String field, boolean value) throws IOException {
        json.writeBooleanField(field, value);
        return this;
    }

    @Override
    public NodeFields node(String field, @Nullable Node child) throws IOException {
        if (child == null) return this;
        json.writeFieldName(field);
        write(child);
        return this;
    }

    @Override
    public NodeFields list(String field, List<? extends Node> children) throws IOException {
        json.writeArrayFieldStart(field);
        for (Node child : children) write(child);
        json.writeEndArray();
        return this;
    }
}
