package dev.perigee.cli.serve;

import java.util.List;
import java.util.Map;

/**
 * Where a file names tables, and what they have. What is wrong with such names is known only when the database has been
 * read. Immutable.
 *
 * @param places such as {@code perigee.yaml:3:5: }, by name, such as {@code track.unit_price}
 */
record SqlPlaces(Map<String, String> places) {
    static final SqlPlaces NONE = new SqlPlaces(Map.of());

    SqlPlaces {
        places = Map.copyOf(places);
    }

    /** @param problems each begins with the name that it is about, and a colon; what the file doesn't name has no place */
    List<String> lines(List<String> problems) {
        return problems.stream().map(this::line).toList();
    }

    private String line(String problem) {
        int colon = problem.indexOf(": ");
        return colon < 0 ? problem : places.getOrDefault(problem.substring(0, colon), "") + problem;
    }
}
