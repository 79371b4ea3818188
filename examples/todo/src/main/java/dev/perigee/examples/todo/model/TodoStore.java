package dev.perigee.examples.todo.model;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Todos in a table. Safe to use from any thread. */
public final class TodoStore {
    private static final String TABLE = """
        create table if not exists todo (
            place bigint generated always as identity,
            id uuid primary key,
            title varchar(200) not null,
            note varchar(2000),
            due date,
            created timestamp(6) with time zone not null
        )\
        """;
    private static final String SELECT = "select id, title, note, due, created from todo";

    private final DataSource database;
    private final Clock clock;

    /** Creates the table if it is not there. */
    public TodoStore(DataSource database, Clock clock) throws SQLException {
        this.database = database;
        this.clock = clock;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    /** The oldest first. */
    public List<Todo> all() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT + " order by place");
                ResultSet rows = statement.executeQuery()) {
            List<Todo> todos = new ArrayList<>();
            while (rows.next()) todos.add(todo(rows));
            return todos;
        }
    }

    /** Null if there is none. */
    public @Nullable Todo find(UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT + " where id = ?")) {
            statement.setObject(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? todo(rows) : null;
            }
        }
    }

    /** @throws InvalidTodoException if there can be no such todo */
    public Todo create(TodoInput input) throws SQLException {
        input.check();
        // A column has no more digits than that: so what is returned is what is kept.
        Todo todo = new Todo(
                UUID.randomUUID(),
                input.title().strip(),
                input.note(),
                input.due(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into todo (id, title, note, due, created) values (?, ?, ?, ?, ?)")) {
            statement.setObject(1, todo.id());
            statement.setString(2, todo.title());
            statement.setString(3, todo.note());
            statement.setObject(4, todo.due());
            statement.setObject(5, todo.created().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
        return todo;
    }

    private static Todo todo(ResultSet row) throws SQLException {
        return new Todo(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("note"),
                row.getObject("due", LocalDate.class),
                row.getObject("created", OffsetDateTime.class).toInstant());
    }
}
