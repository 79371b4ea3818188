package dev.perigee.examples.accounts;

import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaReader;
import dev.perigee.sql.SqlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The graph, with the schema files and the module that {@code perigee serve} would take. */
final class RunningAccounts implements AutoCloseable {
    final Statements statements = new Statements();
    final Engine engine;
    private final AccountsModule module = new AccountsModule(statements::over);

    RunningAccounts() throws Exception {
        var wiring = Wiring.builder().module(module).build();
        this.engine = Engine.builder(schema()).wiring(wiring).build();
        statements.take();
    }

    static Schema schema() throws IOException {
        List<Source> sources = new ArrayList<>();
        try (var files = Files.newDirectoryStream(Path.of("schema"), "*.graphqls")) {
            for (var file : files) sources.add(Source.of(file.toString(), Files.readAllBytes(file)));
        }
        return SchemaReader.from(sources).library(SqlSource.scalars()).read();
    }

    Response run(String document) {
        return engine.execute(Request.of(document));
    }

    @Override
    public void close() throws Exception {
        module.close();
    }
}
