package dev.perigee.graphql;

import dev.perigee.schema.InputValue;
import dev.perigee.schema.OutputField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field that {@code @remote} declares. Immutable.
 *
 * @param arguments what is filled in, the keys of a batch aside
 * @param batch null if each object is asked for under an alias of its own
 */
record Join(
        String coordinate,
        OutputField remote,
        List<Given> arguments,
        @Nullable Batch batch) implements Delegated {
    /** The properties that it reads of its parent. */
    Set<String> parentNeeds() {
        Set<String> needs = new LinkedHashSet<>();
        for (Given given : arguments) {
            if (given.value() instanceof From.Parent parent) needs.add(parent.property());
        }
        if (batch != null) needs.add(batch.from());
        return needs;
    }

    /** An argument of the remote field, and where its value comes from. */
    record Given(InputValue argument, From value) {}

    /** Where a value comes from. */
    sealed interface From {
        /** A property of the object that has the field. */
        record Parent(String property) implements From {}

        /** An argument of the field. */
        record Argument(String name) implements From {}

        /** @param json the same for all */
        record Constant(Object json) implements From {}
    }

    /**
     * A field of the remote that takes many keys, and returns a list.
     *
     * @param argument the list of keys
     * @param from the property of the parent: a key, or several
     * @param key the field of an item that says whose it is
     * @param many whether a key has a list of items
     * @param max the most keys of one call
     */
    record Batch(InputValue argument, String from, String key, boolean many, int max) {}
}
