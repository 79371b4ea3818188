package dev.perigee.bench;

import java.util.List;
import java.util.stream.IntStream;

/** An object with a list of objects. */
public record Shelf(int number, List<Book> books) {
    /** An item of the inner list. */
    public record Book(int number, String title) {}

    static List<Shelf> list(int size, int books) {
        return IntStream.range(0, size)
                .mapToObj(shelf -> new Shelf(shelf, books(shelf, books)))
                .toList();
    }

    private static List<Book> books(int shelf, int size) {
        return IntStream.range(0, size)
                .mapToObj(book -> new Book(book, "Book " + book + " of shelf " + shelf))
                .toList();
    }
}
