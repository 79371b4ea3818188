package dev.perigee.validation;

import dev.perigee.language.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a document.
 *
 * @param code the kind of problem, for programs
 * @param message whole sentences, for people
 * @param locations where; first the place to look at first. Empty if it concerns no place of the document.
 */
public record Problem(ProblemCode code, String message, List<Location> locations) {
    public Problem {
        locations = List.copyOf(locations);
    }

    /** The rule that the document breaks; null if a limit was reached before all rules were checked. */
    public @Nullable ValidationRule rule() {
        return code.rule();
    }

    /**
     * What a response says of it beside the message: {@code code}, which tells it from errors of other stages
     * ({@code VALIDATION_FAILED}, or {@code LIMIT_EXCEEDED}); {@code rule}, the name of the rule; and {@code problem},
     * the name of the {@link ProblemCode}.
     */
    public Map<String, Object> extensions() {
        ValidationRule rule = rule();
        if (code == ProblemCode.LIMIT_EXCEEDED) return Map.of("code", code.name());
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", "VALIDATION_FAILED");
        if (rule != null) extensions.put("rule", rule.ruleName());
        extensions.put("problem", code.name());
        return Collections.unmodifiableMap(extensions);
    }
}
