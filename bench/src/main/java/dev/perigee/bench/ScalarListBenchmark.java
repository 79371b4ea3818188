package dev.perigee.bench;

import dev.perigee.data.Wiring;
import graphql.schema.idl.NaturalEnumValuesProvider;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.List;

/** A list of 1,000 objects with ten scalars each. {@link ByHandBenchmark} writes the same bytes. */
public class ScalarListBenchmark extends ExecuteBenchmark {
    private final List<Product> products = Product.list(1_000);

    @Override
    String schema() {
        return Product.SCHEMA;
    }

    @Override
    String document() {
        return Product.DOCUMENT;
    }

    @Override
    Wiring wiring() {
        return Wiring.builder()
                .query("products", (arguments, context) -> products)
                .type("Product", Product.class)
                .build();
    }

    @Override
    RuntimeWiring peerWiring() {
        return RuntimeWiring.newRuntimeWiring()
                .type("Query", query -> query.dataFetcher("products", environment -> products))
                .type("Product", ScalarListBenchmark::getters)
                .type("Status", status -> status.enumValues(new NaturalEnumValuesProvider<>(Product.Status.class)))
                .build();
    }

    private static TypeRuntimeWiring.Builder getters(TypeRuntimeWiring.Builder product) {
        return product.dataFetcher("id", new Getter<>(Product::id))
                .dataFetcher("sku", new Getter<>(Product::sku))
                .dataFetcher("name", new Getter<>(Product::name))
                .dataFetcher("brand", new Getter<>(Product::brand))
                .dataFetcher("price", new Getter<>(Product::price))
                .dataFetcher("rating", new Getter<>(Product::rating))
                .dataFetcher("stock", new Getter<>(Product::stock))
                .dataFetcher("reviews", new Getter<>(Product::reviews))
                .dataFetcher("available", new Getter<>(Product::available))
                .dataFetcher("status", new Getter<>(Product::status));
    }
}
