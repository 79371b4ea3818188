package dev.perigee.graphql;

import dev.perigee.language.OperationType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An upstream document while it is put together. For one thread. */
final class DocumentText {
    private final OperationType operation;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<String> fields = new ArrayList<>();
    private final List<String> fragments = new ArrayList<>();

    DocumentText(OperationType operation) {
        this.operation = operation;
    }

    void use(Set<Slot> slots) {
        for (Slot slot : slots) variables.put(slot.name(), slot.definition());
    }

    void variable(String name, String type) {
        variables.put(name, "$" + name + ": " + type);
    }

    void field(String text) {
        fields.add(text);
    }

    void fragment(String text) {
        fragments.add(text);
    }

    String text() {
        StringBuilder text = new StringBuilder(operation.keyword());
        if (!variables.isEmpty())
            text.append('(').append(String.join(", ", variables.values())).append(')');
        text.append(" {\n");
        for (String field : fields) text.append("  ").append(field).append('\n');
        text.append('}');
        for (String fragment : fragments) text.append('\n').append(fragment);
        return text.toString();
    }
}
