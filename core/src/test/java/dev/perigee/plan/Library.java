package dev.perigee.plan;

import dev.perigee.data.Arguments;
import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A library of authors and books whose every call is written down: a line is a call. Made anew for each request. */
final class Library {
    private final Map<Long, Author> authors = new TreeMap<>();
    private final Map<Long, Book> books = new TreeMap<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    record Author(long id, String name, List<Long> friendIds, Long mentorId) {}

    record Book(long id, String title, long authorId) {}

    record Review(int stars, long authorId, long bookId) {}

    /** The last books of an author. */
    record LastBooks(long authorId, int last) {}

    private Library() {}

    /** Six authors and nine books, always the same. */
    static Library small() {
        Library library = new Library();
        for (long id = 1; id <= 6; id++) {
            List<Long> friends = List.of(id % 6 + 1, (id + 1) % 6 + 1);
            library.authors.put(id, new Author(id, "Author " + id, friends, id == 1 ? null : id - 1));
        }
        for (long id = 11; id <= 19; id++) library.books.put(id, new Book(id, "Book " + id, id % 6 + 1));
        return library;
    }

    /** So many authors, each with some friends and books. */
    static Library random(Random random, int size) {
        Library library = new Library();
        for (long id = 1; id <= size; id++) {
            List<Long> friends =
                    random.longs(random.nextInt(1, 8), 1, size + 1).boxed().toList();
            Long mentor = random.nextInt(4) == 0 ? null : random.nextLong(1, size + 1);
            library.authors.put(id, new Author(id, "Author " + id, friends, mentor));
        }
        for (long id = 1; id <= 3L * size; id++) {
            library.books.put(id, new Book(id, "Book " + id, random.nextLong(1, size + 1)));
        }
        return library;
    }

    static Schema schema() {
        try {
            Path file = Path.of("src/test/resources/dev/perigee/plan/library.graphqls");
            return Schema.of(Source.of("library.graphqls", Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Engine engine(Schema schema) {
        return Engine.builder(schema).wiring(wiring()).build();
    }

    /** All calls so far, sorted: some run at the same time. */
    String calls() {
        return calls.stream().sorted().map(call -> call + "\n").collect(Collectors.joining());
    }

    int countOfCalls() {
        return calls.size();
    }

    private void call(String name, Object with) {
        calls.add(name + " " + with);
    }

    /** Keys in the order of their text: which of two branches comes first is not always the same. */
    private void call(String name, Set<?> keys) {
        call(name, (Object) keys.stream().map(Object::toString).sorted().toList());
    }

    final class AuthorById implements Loader<Long, Author> {
        @Override
        public Map<Long, Author> load(Set<Long> ids, Context context) {
            call("AuthorById", ids);
            return found(authors, ids);
        }
    }

    final class BookById implements Loader<Long, Book> {
        @Override
        public Map<Long, Book> load(Set<Long> ids, Context context) {
            call("BookById", ids);
            return found(books, ids);
        }
    }

    final class BooksOfAuthor implements Loader<LastBooks, List<Book>> {
        @Override
        public Map<LastBooks, List<Book>> load(Set<LastBooks> keys, Context context) {
            call("BooksOfAuthor", keys);
            return keys.stream()
                    .collect(Collectors.toMap(Function.identity(), key -> last(key.last(), booksOf(key.authorId()))));
        }
    }

    final class ReviewsOfBook implements Loader<Long, List<Review>> {
        @Override
        public Map<Long, List<Review>> load(Set<Long> bookIds, Context context) {
            call("ReviewsOfBook", bookIds);
            return bookIds.stream().collect(Collectors.toMap(Function.identity(), id -> reviewsOf(id)));
        }
    }

    private static <T> Map<Long, T> found(Map<Long, T> all, Collection<Long> ids) {
        Map<Long, T> found = new HashMap<>();
        for (Long id : ids) {
            if (all.containsKey(id)) found.put(id, all.get(id));
        }
        return found;
    }

    private List<Book> booksOf(long authorId) {
        return books.values().stream()
                .filter(book -> book.authorId() == authorId)
                .toList();
    }

    private static <T> List<T> last(int count, List<T> list) {
        return list.subList(Math.max(0, list.size() - count), list.size());
    }

    private List<Review> reviewsOf(long bookId) {
        return IntStream.range(0, (int) (bookId % 3))
                .mapToObj(i -> new Review(i + 1, (bookId + i) % authors.size() + 1, bookId))
                .toList();
    }

    private Wiring wiring() {
        return Wiring.builder()
                .query("authors", (arguments, context) -> {
                    call("authors", arguments);
                    return authors.values();
                })
                .query("search", (arguments, context) -> {
                    call("search", arguments);
                    List<Object> found = new ArrayList<>(last(2, List.copyOf(books.values())));
                    found.addAll(1, last(2, List.copyOf(authors.values())));
                    return found;
                })
                .queryLoad("author", AuthorById.class, arguments -> arguments.numericId("id"))
                .queryLoad("book", BookById.class, arguments -> arguments.numericId("id"))
                .queryLoad("node", AuthorById.class, arguments -> arguments.numericId("id"))
                .mutation("rename", (arguments, context) -> rename(arguments.numericId("id"), arguments.string("name")))
                .queryLoadEach("books", BookById.class, Library::ids)
                .type(
                        "Author",
                        Author.class,
                        author -> author.field("shout", one -> one.name().toUpperCase())
                                .load(
                                        "books",
                                        BooksOfAuthor.class,
                                        (one, arguments) -> new LastBooks(one.id(), arguments.integer("last")))
                                .loadEach("friends", AuthorById.class, Author::friendIds)
                                .load("mentor", AuthorById.class, Author::mentorId)
                                .batch("rating", (all, arguments, context) -> {
                                    call("rating", all.stream().map(Author::id).toList());
                                    return all.stream()
                                            .map(one -> (int) one.id() % 5)
                                            .toList();
                                })
                                .callAsync("photo", (one, arguments, context) -> {
                                    call("photo", one.id() + " " + arguments);
                                    return CompletableFuture.completedFuture(
                                            one.id() + "x" + arguments.integer("size"));
                                })
                                .call("awards", (one, arguments, context) -> {
                                    call("awards", one.id());
                                    return (int) one.id();
                                }))
                .function("Author.motto", (one, arguments, context, info) -> {
                    call("motto", ((Author) one).id());
                    return "Motto of " + ((Author) one).name();
                })
                .type(
                        "Book",
                        Book.class,
                        book -> book.load("author", AuthorById.class, Book::authorId)
                                .load("reviews", ReviewsOfBook.class, Book::id))
                .type(
                        "Review",
                        Review.class,
                        review -> review.load("author", AuthorById.class, Review::authorId)
                                .load("book", BookById.class, Review::bookId))
                .type("Publisher", Object.class, publisher -> publisher.load("editor", AuthorById.class, any -> 1L))
                .loader(AuthorById.class, context -> new AuthorById())
                .loader(BookById.class, context -> new BookById())
                .loader(BooksOfAuthor.class, context -> new BooksOfAuthor())
                .loader(ReviewsOfBook.class, context -> new ReviewsOfBook())
                .source(field -> field.definition().coordinate().equals("Book.publisher")
                        ? new Publishers(field, this::call)
                        : null)
                .build();
    }

    private static List<Long> ids(Arguments arguments) {
        return arguments.list("ids", String.class).stream().map(Long::valueOf).toList();
    }

    private Author rename(long id, String name) {
        call("rename", id + " " + name);
        Author before = authors.get(id);
        Author after = new Author(id, name, before.friendIds(), before.mentorId());
        authors.put(id, after);
        return after;
    }
}
