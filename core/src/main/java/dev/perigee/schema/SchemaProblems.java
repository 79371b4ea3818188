package dev.perigee.schema;

import dev.perigee.language.Location;
import dev.perigee.language.Source;
import dev.perigee.language.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Collects what is wrong with a schema. */
final class SchemaProblems {
    private final List<SchemaProblem> problems = new ArrayList<>();
    private final SuggestionBudget suggestions = new SuggestionBudget(200);

    void add(String message, Location... locations) {
        add(message, List.of(locations));
    }

    void add(String message, List<Location> locations) {
        problems.add(new SchemaProblem(
                message, locations.stream().filter(at -> at != Location.NONE).toList()));
    }

    String didYouMean(String name, Collection<String> options) {
        return suggestions.didYouMean(name, options);
    }

    /** Adds what is wrong with a literal that stands in a definition. */
    void checkLiteral(Supplier<String> subject, String path, Value literal, Type type) {
        InputProblems found = new InputProblems(subject, path, suggestions);
        LiteralCoercion.toCheck(found).coerce(literal, type);
        for (InputProblem problem : found.list()) add(problem.message(), problem.location());
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Throws all problems, in the order of the sources and of their places there; those without a place come last. */
    void throwIfAny(List<Source> sources) {
        if (problems.isEmpty()) return;
        Map<Source, Integer> order = new IdentityHashMap<>();
        for (Source source : sources) order.putIfAbsent(source, order.size());
        Comparator<SchemaProblem> bySource = Comparator.comparingInt(problem -> sourceIndex(problem, order));
        throw new SchemaException(problems.stream()
                .sorted(bySource.thenComparingInt(SchemaProblems::offset))
                .toList());
    }

    private static int sourceIndex(SchemaProblem problem, Map<Source, Integer> order) {
        if (problem.locations().isEmpty()) return Integer.MAX_VALUE;
        return order.getOrDefault(problem.locations().getFirst().source(), Integer.MAX_VALUE - 1);
    }

    private static int offset(SchemaProblem problem) {
        return problem.locations().isEmpty()
                ? 0
                : problem.locations().getFirst().start();
    }
}
