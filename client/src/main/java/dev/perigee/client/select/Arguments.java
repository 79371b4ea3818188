package dev.perigee.client.select;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Arguments of a field: those that were given, null included. Immutable. */
public final class Arguments {
    public static final Arguments NONE = new Arguments(List.of());

    /** @param type as the schema has it, such as {@code [ID!]!} */
    record Given(String name, String type, @Nullable Object value) {}

    private final List<Given> given;

    private Arguments(List<Given> given) {
        this.given = given;
    }

    /** @param type as the schema has it, such as {@code [ID!]!} */
    public Arguments with(String name, String type, @Nullable Object value) {
        List<Given> more = new ArrayList<>(given);
        more.removeIf(each -> each.name().equals(name));
        more.add(new Given(name, type, value));
        return new Arguments(List.copyOf(more));
    }

    /** @param writer makes JSON of a value that is not null */
    public <T> Arguments with(String name, String type, @Nullable T value, Function<? super T, ?> writer) {
        return with(name, type, value == null ? null : writer.apply(value));
    }

    List<Given> given() {
        return given;
    }
}
