package dev.perigee.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perigee.language.Location;
import dev.perigee.language.Source;
import dev.perigee.schema.SchemaException;
import dev.perigee.schema.SchemaProblem;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a schema, for people and as JSON. */
final class SchemaProblems {
    private SchemaProblems() {}

    /** {@code file:line:column: message}, a line for each. */
    static void print(SchemaException exception, PrintWriter out) {
        for (SchemaProblem problem : exception.problems()) out.println(problem + related(problem));
    }

    /** The other places that a problem is about. */
    private static String related(SchemaProblem problem) {
        if (problem.locations().size() < 2) return "";
        return problem.locations().stream()
                .skip(1)
                .map(Location::toString)
                .collect(Collectors.joining(", ", " (see ", ")"));
    }

    /** The problems of one source as GraphQL has errors; those of no source are the first one's. */
    static ArrayNode errors(List<SchemaProblem> problems, Source source, boolean first) {
        ArrayNode errors = JsonLines.array();
        for (SchemaProblem problem : problems) {
            boolean here = problem.locations().isEmpty()
                    ? first
                    : problem.locations().getFirst().source() == source;
            if (here) errors.add(error(problem, source));
        }
        return errors;
    }

    private static ObjectNode error(SchemaProblem problem, Source source) {
        ObjectNode error = JsonLines.object().put("message", problem.message());
        ArrayNode places = error.putArray("locations");
        for (Location location : problem.locations()) {
            ObjectNode place = JsonLines.place(location.line(), location.column());
            if (location.source() != source) place.put("file", location.source().name());
            places.add(place);
        }
        return error;
    }
}
