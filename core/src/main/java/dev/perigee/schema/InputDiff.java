package dev.perigee.schema;

import dev.perigee.language.Value;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The changes of the arguments of a field or directive, or of the fields of an input object. */
final class InputDiff {
    private final SchemaChanges changes;

    InputDiff(SchemaChanges changes) {
        this.changes = changes;
    }

    /** Compares all, where {@code what} is what messages call one. */
    void compare(
            List<InputValue> before,
            Function<String, @Nullable InputValue> findBefore,
            List<InputValue> after,
            Function<String, @Nullable InputValue> findAfter,
            String what) {
        for (InputValue input : before) {
            InputValue now = findAfter.apply(input.name());
            if (now == null) changes.breaking(input.coordinate(), "%s \"%s\" was removed.".formatted(what, input));
            else compare(input, now, what);
        }
        for (InputValue input : after) {
            if (findBefore.apply(input.name()) == null) added(input, what);
        }
    }

    private void added(InputValue input, String what) {
        if (input.isRequired()) {
            changes.breaking(input.coordinate(), "%s \"%s\" was added, and is required.".formatted(what, input));
        } else {
            changes.dangerous(input.coordinate(), "%s \"%s\" was added, and is optional.".formatted(what, input));
        }
    }

    private void compare(InputValue before, InputValue after, String what) {
        String coordinate = before.coordinate();
        String from = before.type().toString();
        String to = after.type().toString();
        if (!from.equals(to)) {
            changes.add(
                    TypeDiff.isNarrower(before.type(), after.type()) ? ChangeSeverity.SAFE : ChangeSeverity.BREAKING,
                    coordinate,
                    "%s \"%s\" had type \"%s\" and has \"%s\" now.".formatted(what, before, from, to));
        }
        defaultValue(before, after, what);
        changes.member(before, after);
    }

    private void defaultValue(InputValue before, InputValue after, String what) {
        String from = print(before.defaultValue());
        String to = print(after.defaultValue());
        if (Objects.equals(from, to)) return;
        boolean mustBeGivenNow =
                after.isRequired() && !before.isRequired() && before.type().isNonNull();
        String message = "%s \"%s\" had %s and has %s now."
                .formatted(
                        what,
                        before,
                        from == null ? "no default value" : "default value " + from,
                        to == null ? "none" : from == null ? "default value " + to : to);
        if (mustBeGivenNow) changes.breaking(before.coordinate(), message);
        else if (before.isRequired()) changes.safe(before.coordinate(), message); // it was always given
        else changes.dangerous(before.coordinate(), message);
    }

    private static @Nullable String print(@Nullable Value value) {
        return value == null ? null : Literals.print(value);
    }
}
