package dev.perigee.graphql;

import dev.perigee.data.SelectedField;
import dev.perigee.language.Printer;
import dev.perigee.schema.InputValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables of an upstream document: every argument is one, so that a document depends on no request's values. Arguments
 * that are written alike and have one type share one. For one thread.
 */
final class Slots {
    private record Key(
            String type,
            String name,
            String arguments,
            @Nullable String defaultValue) {}

    private final Map<Key, Slot> slots = new LinkedHashMap<>();

    Slot of(SelectedField field, InputValue remote, InputValue ours) {
        String defaultValue = ours.defaultValue() == null ? null : Printer.printCompact(ours.defaultValue());
        Key key = new Key(remote.type().toString(), remote.name(), field.argumentText(), defaultValue);
        return slots.computeIfAbsent(key, none -> new Slot("v" + slots.size(), remote, field));
    }
}
