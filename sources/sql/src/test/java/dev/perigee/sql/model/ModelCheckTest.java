package dev.perigee.sql.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Defaulted;
import dev.perigee.sql.Has;
import dev.perigee.sql.Key;
import dev.perigee.sql.NotNull;
import dev.perigee.sql.Unique;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelCheckTest {
    private record Author(
            @Key @Defaulted long id,
            @NotNull String name,
            @Unique("findByEmail") String email,
            UUID code,
            Instant born,
            @Has(by = "authorId") List<Book> books,
            @Has(by = "authorId") Book book) {}

    private record Book(
            @Key @Defaulted long id,
            long authorId,
            int pages,
            String missing,
            @BelongsTo(by = "authorId") Author author) {}

    private record Gone(@Key long id) {}

    private record Post(
            @Key @Defaulted long id,
            long authorId,
            @BelongsTo(by = "authorId") Writer author) {}

    private record Writer(
            @Key @Defaulted long id,
            @NotNull @Unique("findByEmail") String email,
            UUID code,
            Instant born,
            @Has(by = "authorId") List<Post> posts) {}

    private static final Model LIBRARY = RecordModels.of(Author.class, Book.class, Gone.class);

    private static final String WRONG = """
        ERROR Author.name: the column may be null, and the component may not. Make the column not null, or let the component be null.
        ERROR Author, @Unique("findByEmail"): the database lets several rows have the same email. Add a unique constraint there, or change the key.
        WARNING Author: the column rank is not null and has no default, so that no row can be inserted. Give the record a component for it, or make the table readOnly.
        ERROR Author.id: the database gives it no value. Give the column a default, or remove @Defaulted.
        ERROR Book.pages: the column may be null, and the component may not. Make the column not null, or let the component be null.
        ERROR Book.missing: the table book has no column missing. Create it, or name it with @Column.
        ERROR Book.id: the database gives it no value. Give the column a default, or remove @Defaulted.
        ERROR Gone: there is no table {schema}.gone, but GONE, and case counts. Create it, or name it with @Table.
        WARNING Author.books: no index begins with author_id of book, so that each request reads the whole table. Create one.
        WARNING Author.book: no index begins with author_id of book, so that each request reads the whole table. Create one.
        WARNING Author.book: the database lets several rows of book have the same author_id, of which one is taken. Add a unique constraint there.
        WARNING Book.author: no foreign key holds that there is always one, and the graph says so. Add the foreign key, or let author_id be null.
        """;
    /** What depends on the names and the strictness of each. */
    private static final Map<Database, List<String>> TYPES = Map.of(
            Database.H2,
            List.of(
                    "ERROR Author.code: the column is BINARY LARGE OBJECT, and the component uuid. Change one of them.",
                    "ERROR Author.born: the column is DATE, and the component instant. Change one of them.",
                    "WARNING Book.pages: the column is BIGINT, and the component integer, which does not hold all its"
                            + " values. Change one of them."),
            Database.POSTGRESQL,
            List.of(
                    "ERROR Author.code: the column is bytea, and the component uuid. Change one of them.",
                    "ERROR Author.born: the column is date, and the component instant. Change one of them.",
                    "WARNING Book.pages: the column is int8, and the component integer, which does not hold all its"
                            + " values. Change one of them."),
            Database.SQLITE,
            List.of("WARNING Author.code: the column is BLOB, and the component uuid, which does not hold all its"
                    + " values. Change one of them."));

    static Iterable<Database> databases() {
        return EmptyDatabases.all();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void findsNothingInWhatDdlCreated(Database database) throws SQLException {
        Model model = RecordModels.of(Post.class, Writer.class);
        try (Connection connection = EmptyDatabases.open(database)) {
            Ddl.create(model, connection);
            assertThat(ModelCheck.check(model, connection)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void findsEverythingAtOnce(Database database) throws SQLException {
        try (Connection connection = EmptyDatabases.open(database)) {
            EmptyDatabases.run(
                    connection,
                    "create table \"author\" (\"id\" bigint not null primary key, \"name\" varchar(9), \"email\""
                            + " varchar(9),"
                            + " \"code\" blob_type, \"born\" date, \"rank\" int not null)"
                                    .replace("blob_type", database == Database.POSTGRESQL ? "bytea" : "blob"),
                    "create table \"book\" (\"id\" bigint not null, \"author_id\" bigint not null, \"pages\" bigint)",
                    "create table \"GONE\" (\"id\" bigint)");
            List<String> findings = ModelCheck.check(LIBRARY, connection).stream()
                    .map(Finding::toString)
                    .toList();
            assertThat(findings).containsAll(TYPES.get(database));
            assertThat(findings.stream().filter(finding -> !TYPES.get(database).contains(finding)))
                    .containsExactlyElementsOf(
                            WRONG.replace("{schema}", schema(database)).lines().toList());
        }
    }

    private static String schema(Database database) {
        return switch (database) {
            case H2 -> "PUBLIC";
            case SQLITE -> "main";
            default -> "public";
        };
    }
}
