package dev.perigee.execution;

import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaException;
import dev.perigee.schema.SchemaFace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How requests are prepared: one way for each face of the schema. Thread-safe. */
final class Preparations {
    private final Preparation everybody;
    private final Map<String, Preparation> byAudience;

    private Preparations(Preparation everybody, Map<String, Preparation> byAudience) {
        this.everybody = everybody;
        this.byAudience = byAudience;
    }

    /**
     * Makes all faces, so that none is found broken while requests run.
     *
     * @param problems what is wrong with a face; the whole schema then stands in for it
     */
    static Preparations of(Schema schema, Function<Schema, Preparation> make, List<String> problems) {
        Map<String, Preparation> byAudience = new HashMap<>();
        for (String audience : SchemaFace.audiences(schema)) {
            byAudience.put(audience, make.apply(face(schema, audience, problems)));
        }
        return new Preparations(make.apply(face(schema, "", problems)), Map.copyOf(byAudience));
    }

    private static Schema face(Schema schema, String audience, List<String> problems) {
        try {
            return SchemaFace.of(schema, audience);
        } catch (SchemaException e) {
            e.problems().forEach(problem -> problems.add(problem.toString()));
            return schema;
        }
    }

    /**
     * Where all see the same, nobody has to tell who calls.
     *
     * @throws RequestErrorException if it can't be told who makes the request, but has to be
     */
    Preparation of(RequestContext context) {
        return byAudience.isEmpty() ? everybody : of(context.caller().audience());
    }

    Preparation of(String audience) {
        return byAudience.getOrDefault(audience, everybody);
    }
}
