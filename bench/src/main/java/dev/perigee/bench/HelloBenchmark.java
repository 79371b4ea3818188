package dev.perigee.bench;

import dev.perigee.data.Wiring;
import graphql.schema.idl.RuntimeWiring;

/** The smallest operation: what an engine costs before it does anything. */
public class HelloBenchmark extends ExecuteBenchmark {
    private static final String GREETING = "Hello, world!";

    @Override
    String schema() {
        return "type Query { hello: String! }";
    }

    @Override
    String document() {
        return "{ hello }";
    }

    @Override
    Wiring wiring() {
        return Wiring.builder().query("hello", (arguments, context) -> GREETING).build();
    }

    @Override
    RuntimeWiring peerWiring() {
        return RuntimeWiring.newRuntimeWiring()
                .type("Query", query -> query.dataFetcher("hello", environment -> GREETING))
                .build();
    }
}
