package dev.perigee.examples.persona;

import static dev.perigee.schema.Types.FLOAT;
import static dev.perigee.schema.Types.INT;
import static dev.perigee.schema.Types.STRING;
import static dev.perigee.schema.Types.inputObject;
import static dev.perigee.schema.Types.list;
import static dev.perigee.schema.Types.nonNull;
import static dev.perigee.schema.Types.object;

import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.schema.Schema;
import dev.perigee.server.GraphServer;
import java.io.IOException;

/** The schema is built in Java, and roots stand behind it. */
public final class CodeFirst {
    private CodeFirst() {}

    /** Serves until the process is ended. */
    public static void main(String[] args) throws IOException {
        var server = GraphServer.builder(engine(new Personas())).graphiql(true).start();
        System.out.println("Code first: " + server.uri());
    }

    static Engine engine(Personas personas) {
        var wiring = Wiring.builder()
                .query("persona", (arguments, context) -> personas.byNombre(arguments.string("nombre")))
                .query("personas", (arguments, context) -> personas.all())
                .query("mayoresDe", (arguments, context) -> personas.olderThan(arguments.integer("edad")))
                .mutation(
                        "agregarPersona",
                        (arguments, context) -> personas.add(arguments.input("persona", Persona.class)))
                .build();
        return Engine.builder(schema()).wiring(wiring).build();
    }

    private static Schema schema() {
        var persona = object("Persona")
                .description("A person.")
                .field("nombre", nonNull(STRING))
                .field("edad", nonNull(INT))
                .field("altura", nonNull(FLOAT), altura -> altura.description("In metres."));
        var nuevaPersona = inputObject("NuevaPersona")
                .description("A person to add.")
                .field("nombre", nonNull(STRING))
                .field("edad", nonNull(INT))
                .field(
                        "altura",
                        nonNull(FLOAT),
                        altura -> altura.description("In metres.").defaultValue(1.7));
        var query = object("Query")
                .field(
                        "persona",
                        persona,
                        field -> field.description("A person by name, or null if there is none.")
                                .argument("nombre", nonNull(STRING)))
                .field("personas", nonNull(list(nonNull(persona))), field -> field.description("Everyone, by name."))
                .field(
                        "mayoresDe",
                        nonNull(list(nonNull(persona))),
                        field -> field.description("Everyone who is older.")
                                .argument("edad", nonNull(INT), edad -> edad.defaultValue(17)));
        var mutation = object("Mutation")
                .field(
                        "agregarPersona",
                        persona,
                        field -> field.description("Adds a person. Code of the error if there is one of that name:"
                                        + " ALREADY_EXISTS.")
                                .argument("persona", nonNull(nuevaPersona)));
        return Schema.builder().query(query).mutation(mutation).build();
    }
}
