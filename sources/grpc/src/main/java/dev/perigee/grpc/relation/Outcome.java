package dev.perigee.grpc.relation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came out for the parents of an {@link Ask}, in their order. Not copied.
 *
 * @param values a message or scalar as the {@link MessageReader} gave it, a List of them, or null
 * @param failures by the position of the parent; most often none
 */
public record Outcome(@Nullable Object[] values, Map<Integer, Throwable> failures) {}
