package dev.perigee.bench;

import dev.perigee.bench.Shelf.Book;
import dev.perigee.data.Wiring;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;

/** A list of 250 objects, each with a list of 250 of two scalars: 62,500 objects in lists. */
public class NestedListBenchmark extends ExecuteBenchmark {
    private final List<Shelf> shelves = Shelf.list(250, 250);

    @Override
    String schema() {
        return """
            type Query { shelves: [Shelf!]! }
            type Shelf { number: Int! books: [Book!]! }
            type Book { number: Int! title: String! }
            """;
    }

    @Override
    String document() {
        return "{ shelves { number books { number title } } }";
    }

    @Override
    Wiring wiring() {
        return Wiring.builder()
                .query("shelves", (arguments, context) -> shelves)
                .type("Shelf", Shelf.class)
                .type("Book", Book.class)
                .build();
    }

    @Override
    RuntimeWiring peerWiring() {
        return RuntimeWiring.newRuntimeWiring()
                .type("Query", query -> query.dataFetcher("shelves", environment -> shelves))
                .type(
                        "Shelf",
                        shelf -> shelf.dataFetcher("number", new Getter<>(Shelf::number))
                                .dataFetcher("books", new Getter<>(Shelf::books)))
                .type(
                        "Book",
                        book -> book.dataFetcher("number", new Getter<>(Book::number))
                                .dataFetcher("title", new Getter<>(Book::title)))
                .build();
    }
}
