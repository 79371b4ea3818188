package dev.perigee.examples.persona;

import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.server.GraphServer;
import java.io.IOException;
import java.util.Map;

/** The schema is a file; functions, by the coordinates of their fields, stand behind it. */
public final class SchemaFirst {
    private SchemaFirst() {}

    /** Serves until the process is ended. */
    public static void main(String[] args) throws IOException {
        var server = GraphServer.builder(engine(new Personas())).graphiql(true).start();
        System.out.println("Schema first: " + server.uri());
    }

    static Engine engine(Personas personas) throws IOException {
        var schema = Schema.of(Source.of("persona.graphqls", sdl()));
        var wiring = Wiring.ofFunctions(Map.of(
                "Query.persona",
                (root, arguments, context, info) -> personas.byNombre(arguments.string("nombre")),
                "Query.personas",
                (root, arguments, context, info) -> personas.all(),
                "Query.mayoresDe",
                (root, arguments, context, info) -> personas.olderThan(arguments.integer("edad")),
                "Mutation.agregarPersona",
                (root, arguments, context, info) -> personas.add(arguments.input("persona", Persona.class))));
        return Engine.builder(schema).wiring(wiring).build();
    }

    private static byte[] sdl() throws IOException {
        try (var file = SchemaFirst.class.getResourceAsStream("persona.graphqls")) {
            if (file == null) throw new IOException("persona.graphqls is not on the class path");
            return file.readAllBytes();
        }
    }
}
