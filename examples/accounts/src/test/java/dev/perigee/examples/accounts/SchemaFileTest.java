package dev.perigee.examples.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The schema file is what the records say. With -Dgolden.update it is written anew where it is not. */
class SchemaFileTest {
    private static final Path FILE = Path.of("schema/accounts.graphqls");

    @Test
    void theFileIsTheSchemaOfTheRecords() throws Exception {
        try (var database = AccountDatabase.inMemory()) {
            String schema = database.source().schema();
            if (System.getProperty("golden.update") != null) Files.writeString(FILE, schema);
            assertThat(FILE).hasContent(schema);
        }
    }
}
