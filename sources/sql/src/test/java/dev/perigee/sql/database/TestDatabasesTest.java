package dev.perigee.sql.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The databases start, are what they say, and are empty. */
class TestDatabasesTest {
    @ParameterizedTest
    @MethodSource("dev.perigee.sql.database.TestDatabases#all")
    void opensAndKnowsItsDialect(TestDatabase database) throws SQLException {
        assertThat(database.dialect().name()).isEqualTo(database.name());
        database.execute("create table thing (id int primary key)", "insert into thing values (1), (2)");
        try (Connection connection = database.connection();
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from thing")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(2);
        }
    }
}
