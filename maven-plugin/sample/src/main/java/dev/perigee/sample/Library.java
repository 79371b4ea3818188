package dev.perigee.sample;

import dev.perigee.data.Context;
import dev.perigee.sample.graph.BookResolver;
import dev.perigee.sample.graph.GraphResolvers;
import dev.perigee.sample.graph.QueryRoots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Some books, and how many there are of each. */
public final class Library implements QueryRoots, BookResolver, GraphResolvers {
    @Override
    public List<Book> books(Context context) {
        return List.of(new Book("Emma"), new Book("Persuasion"));
    }

    @Override
    public Map<Book, Integer> copies(Set<Book> books, Context context) {
        Map<Book, Integer> copies = new HashMap<>();
        for (Book book : books) copies.put(book, book.title().length());
        return copies;
    }

    @Override
    public QueryRoots query() {
        return this;
    }

    @Override
    public BookResolver book() {
        return this;
    }
}
