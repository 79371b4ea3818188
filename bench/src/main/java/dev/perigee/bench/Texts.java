package dev.perigee.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The documents and schemas of the benchmarks, as UTF-8. */
final class Texts {
    /** What the 100 KB schema has a whole entity of, with its connection, filter, inputs, queries and mutations. */
    private static final List<String> ENTITIES = List.of(
            "Article",
            "Asset",
            "Budget",
            "Campaign",
            "Carrier",
            "Channel",
            "Contract",
            "Coupon",
            "Delivery",
            "Device",
            "Document",
            "Event",
            "Invoice",
            "Listing",
            "Location",
            "Machine",
            "Order",
            "Partner",
            "Payment",
            "Policy",
            "Product",
            "Project",
            "Region",
            "Report",
            "Shipment",
            "Store",
            "Supplier",
            "Ticket",
            "Vehicle",
            "Warehouse",
            "Catalog",
            "Customer",
            "Employee",
            "Factory",
            "License",
            "Meeting");

    private Texts() {}

    /** A file beside this class. */
    static byte[] read(String file) {
        try (var in = Texts.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalArgumentException("No resource " + file);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** About 100 KB of SDL, the same each time: what all entities share, then one block for each. */
    static byte[] largeSchema() {
        StringBuilder sdl = new StringBuilder(text("company.graphqls"));
        String block = text("entity.graphqls");
        for (String entity : ENTITIES) {
            String field = Character.toLowerCase(entity.charAt(0)) + entity.substring(1);
            sdl.append(block.replace("$Type", entity).replace("$field", field));
        }
        return sdl.toString().getBytes(UTF_8);
    }

    static String text(String file) {
        return new String(read(file), UTF_8);
    }
}
