package dev.perigee.service;

import com.google.protobuf.Message;
import dev.perigee.sql.model.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a message is filled from the records of a table. Immutable once compiled; shared by all requests. */
final class MessageShape {
    private final Table table;
    private final Message prototype;
    private Map<String, MessageField> fields = Map.of();

    MessageShape(Table table, Message prototype) {
        this.table = table;
        this.prototype = prototype;
    }

    Table table() {
        return table;
    }

    Message prototype() {
        return prototype;
    }

    /** By their names in the proto file; without those that are ignored. */
    Map<String, MessageField> fields() {
        return fields;
    }

    @Nullable MessageField field(String name) {
        return fields.get(name);
    }

    /** The message's own name. */
    String name() {
        return prototype.getDescriptorForType().getName();
    }

    /** Only while it is compiled: messages have messages of their own kind. */
    void complete(Map<String, MessageField> fields) {
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
