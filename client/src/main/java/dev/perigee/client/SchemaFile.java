package dev.perigee.client;

import dev.perigee.language.Source;
import dev.perigee.schema.IntrospectionResult;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A schema from a file that somebody keeps beside the program: SDL, or the JSON of introspection. */
final class SchemaFile {
    private SchemaFile() {}

    static Schema read(Path file, Scalars scalars) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read: " + e.getMessage(), e);
        }
        if (!file.toString().endsWith(".json")) {
            return SchemaReader.from(Source.of(file.toString(), content))
                    .library(scalars.byName())
                    .read();
        }
        try {
            Data result = Data.of(ServerJson.read(content), file.toString());
            return IntrospectionResult.toSchema(result.asMap(), scalars.byName());
        } catch (UnreadableException e) {
            throw new IllegalArgumentException(file + " can't be read: " + e.reason() + ".", e);
        }
    }
}
