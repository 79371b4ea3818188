package dev.perigee.bench;

import java.util.List;
import java.util.stream.IntStream;

/** An object of ten scalars. */
public record Product(
        long id,
        String sku,
        String name,
        String brand,
        double price,
        double rating,
        int stock,
        int reviews,
        boolean available,
        Status status) {
    static final String SCHEMA = """
        type Query { products: [Product!]! }
        type Product {
          id: ID!
          sku: String!
          name: String!
          brand: String
          price: Float!
          rating: Float
          stock: Int!
          reviews: Int!
          available: Boolean!
          status: Status!
        }
        enum Status { ACTIVE SOLD_OUT RETIRED }
        """;
    static final String DOCUMENT = "{ products { id sku name brand price rating stock reviews available status } }";

    private static final List<String> BRANDS = List.of("Ångström", "Birch & Sons", "Cobalt", "Dovetail", "Ember");

    /** Whether it can be bought. */
    public enum Status {
        ACTIVE,
        SOLD_OUT,
        RETIRED
    }

    static List<Product> list(int size) {
        return IntStream.range(0, size).mapToObj(Product::of).toList();
    }

    private static Product of(int i) {
        return new Product(
                100_000L + i,
                "SKU-%05d-%c".formatted(i * 7919 % 100_000, 'A' + i % 26),
                "Adjustable lamp no. " + i,
                BRANDS.get(i % BRANDS.size()),
                (i * 37 % 20_000 + 99) / 100.0,
                (i % 41 + 10) / 10.0,
                i * 13 % 500,
                i * 31 % 2_000,
                i % 7 != 0,
                Status.values()[i % 3]);
    }
}
