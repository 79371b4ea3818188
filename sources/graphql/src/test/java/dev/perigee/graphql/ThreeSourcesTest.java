package dev.perigee.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Wiring;
import dev.perigee.execution.Response;
import dev.perigee.sql.SqlSource;
import dev.perigee.sql.database.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A graph over a database, a remote and Java code, whose objects lead to one another. */
class ThreeSourcesTest {
    private static final String URL = "jdbc:h2:mem:three;DB_CLOSE_DELAY=-1;CASE_INSENSITIVE_IDENTIFIERS=TRUE";

    record Shelf(String label, String keeperId) {}

    @Test
    void rowsAndObjectsLeadToRemoteObjectsInOneRequestEach() throws Exception {
        try (Connection connection = DriverManager.getConnection(URL);
                TestRemote remote = TestRemote.of(Blog.engine());
                Database database = Database.builder(URL).build()) {
            connection.createStatement().execute("create table parcel (id int primary key, reader_id varchar(9))");
            connection.createStatement().execute("insert into parcel values (1, 'u1'), (2, 'u2'), (3, 'u1'), (4, null)");
            GraphqlSource blog = GraphqlSource.of(remote.client());
            String reader = "@remote(field: \"users\", batch: {argument: \"ids\", from: \"parent.%s\", key: \"id\"})";
            Gateway gateway = Gateway.of(
                    Wiring.builder()
                            .source(blog)
                            .source(SqlSource.of(database))
                            .query("shelves", (arguments, context) -> List.of(new Shelf("s", "u3")))
                            .type("Shelf", Shelf.class),
                    "extend type Parcel { reader: User " + reader.formatted("readerId") + " } type Shelf { label: String! keeper: User "
                            + reader.formatted("keeperId") + " } extend type Query { shelves: [Shelf!]! }");
            Response response = gateway.run("{ parcels { id reader { name } } shelves { label keeper { name } } user(id: \"u2\") { name } }");
            assertThat(Gateway.data(response).toString())
                    .isEqualTo("{parcels=[{id=1, reader={name=Ada}}, {id=2, reader={name=Bob}}, {id=3, reader={name=Ada}},"
                            + " {id=4, reader=null}], shelves=[{label=s, keeper={name=Cy}}], user={name=Bob}}");
            assertThat(response.summary().calls()).contains(Map.entry("sql", 1), Map.entry("graphql", 2));
            assertThat(remote.asked())
                    .filteredOn(asked -> asked.query().contains("join0"))
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.variables().toString()).contains("u1", "u2", "u3"));
        }
    }
}
