package dev.perigee.sql.hydration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.database.TestDatabases;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HydrationTest {
    static Stream<TestDatabase> databases() {
        return TestDatabases.of(HydrationTest.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void reads(TestDatabase database) {
        Accounts.create(database);
        TestGraph graph = TestGraph.of(
                database,
                Accounts.MODEL,
                SqlLimits.DEFAULT,
                source -> source.needs("Account.greeting", "username"),
                schema -> schema + "extend type Account { greeting: String! }");
        var response = graph.run("""
            { accounts { nodes { username players(last: 1) { totalCount edges { cursor node { name mentor { name } pupils { nodes {name} }
              guilds { edges { role node { name } } } } } pageInfo { hasPreviousPage hasNextPage } } } }
              account(id: 1) { greeting } findByUsername(username: "bob") { id } }
            """);
        System.out.println(response);
        graph.statements().forEach(System.out::println);
        System.out.println(response.summary().calls());
        assertThat(response.errors()).isEmpty();
    }
}
