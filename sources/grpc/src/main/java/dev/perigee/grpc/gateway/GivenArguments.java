package dev.perigee.grpc.gateway;

import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What fields are given in one request, and whether that is so in every one. For one thread. */
final class GivenArguments implements Function<SelectedField, Map<String, @Nullable Object>> {
    private final SourceRun run;
    private boolean areConstant = true;

    GivenArguments(SourceRun run) {
        this.run = run;
    }

    /** Of all fields that were asked about so far: no variable decides about them. */
    boolean areConstant() {
        return areConstant;
    }

    @Override
    public Map<String, @Nullable Object> apply(SelectedField field) {
        if (field.definition().arguments().isEmpty()) return Map.of();
        if (field.constantArguments() == null) areConstant = false;
        return run.arguments(field).asMap();
    }
}
