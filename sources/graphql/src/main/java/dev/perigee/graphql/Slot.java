package dev.perigee.graphql;

import dev.perigee.data.Arguments;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.schema.InputValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A variable of an upstream document.
 *
 * @param argument of the remote, whose type the variable has
 * @param field in whose arguments its value is
 */
record Slot(String name, InputValue argument, SelectedField field) {
    String definition() {
        return "$" + name + ": " + argument.type();
    }

    /** An argument that is absent stays so. */
    void fill(SourceRun run, Map<String, @Nullable Object> variables) {
        Arguments given = run.arguments(field);
        String own = argument.name();
        InputValue ours = field.definition().argument(own);
        if (ours == null || !given.has(own)) return;
        variables.put(name, InputJson.of(given.get(own), ours.type()));
    }
}
