package dev.perigee.bench.grpc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.perigee.bench.grpc.wide.LibraryGrpc;
import dev.perigee.bench.grpc.wide.ListBooksReply;
import dev.perigee.bench.grpc.wide.ListBooksRequest;
import dev.perigee.data.Caller;
import dev.perigee.grpc.pushdown.FieldTree;
import dev.perigee.service.MessageHydration;
import dev.perigee.service.Selections;
import dev.perigee.sql.SqlSource;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.model.Ddl;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.RecordModels;
import io.grpc.stub.StreamObserver;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicLong;

/** Books of thirty columns from H2, hydrated as the request's selection says. Counts the bytes that it sends. */
final class LibraryService extends LibraryGrpc.LibraryImplBase implements AutoCloseable {
    static final int BOOKS = 100;

    final AtomicLong sentBytes = new AtomicLong();
    private final HikariDataSource pool;
    private final Database database;
    private final MessageHydration<Book, dev.perigee.bench.grpc.wide.Book> books;

    LibraryService() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:library");
        pool = new HikariDataSource(config);
        Model model = RecordModels.of(Book.class);
        fill(model);
        database = Database.of(pool, 10, SqlLimits.DEFAULT);
        books = MessageHydration.of(
                SqlSource.builder(database, model).build().records(Book.class),
                dev.perigee.bench.grpc.wide.Book.getDefaultInstance());
    }

    private void fill(Model model) throws SQLException {
        int columns = Book.class.getRecordComponents().length;
        try (Connection connection = pool.getConnection()) {
            Ddl.create(model, connection);
            String marks = String.join(", ", Collections.nCopies(columns, "?"));
            try (PreparedStatement row = connection.prepareStatement("insert into \"book\" values (" + marks + ")")) {
                for (int id = 1; id <= BOOKS; id++) {
                    row.setLong(1, id);
                    for (int column = 2; column <= columns; column++) {
                        row.setString(column, "Column %d of book %d, of the length of a line".formatted(column, id));
                    }
                    row.addBatch();
                }
                row.executeBatch();
            }
        }
    }

    @Override
    public void listBooks(ListBooksRequest request, StreamObserver<ListBooksReply> reply) {
        FieldTree selected = Selections.of(request, "books");
        ListBooksReply.Builder all = ListBooksReply.newBuilder();
        if (selected != null) all.addAllBooks(books.first(request.getCount(), selected, Caller.ANONYMOUS));
        ListBooksReply found = all.build();
        sentBytes.addAndGet(found.getSerializedSize());
        reply.onNext(found);
        reply.onCompleted();
    }

    @Override
    public void close() {
        database.close();
        pool.close();
    }
}
