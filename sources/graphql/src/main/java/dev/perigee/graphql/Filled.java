package dev.perigee.graphql;

import dev.perigee.data.Arguments;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.schema.InputValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value that a join fills in, which may be absent. */
record Filled(boolean isGiven, @Nullable Object json) {
    private static final Filled ABSENT = new Filled(false, null);

    static Filled of(Join.Given given, @Nullable Object parent, SelectedField field, SourceRun run) {
        return switch (given.value()) {
            case Join.From.Constant constant -> new Filled(true, constant.json());
            case Join.From.Parent of -> {
                Object value = Keys.read(parent, of.property());
                yield value == null
                        ? ABSENT
                        : new Filled(
                                true,
                                InputJson.ofProperty(value, given.argument().type(), of.property()));
            }
            case Join.From.Argument of -> ofArgument(of.name(), field, run);
        };
    }

    private static Filled ofArgument(String name, SelectedField field, SourceRun run) {
        Arguments arguments = run.arguments(field);
        InputValue definition = field.definition().argument(name);
        return definition == null || !arguments.has(name)
                ? ABSENT
                : new Filled(true, InputJson.of(arguments.get(name), definition.type()));
    }

    void into(Map<String, @Nullable Object> variables, String name) {
        if (isGiven) variables.put(name, json);
    }
}
