package com.example.library;

import com.example.library.graph.BookResolver;
import com.example.library.graph.Review;
import dev.perigee.data.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class Reviews implements BookResolver {
    @Override
    public Map<Book, List<Review>> reviews(Set<Book> books, int first, Context context) {
        Map<Book, List<Review>> reviews = new HashMap<>();
        for (Book book : books) reviews.put(book, List.of(new Review(5, null)));
        return reviews;
    }
}
