package dev.perigee.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Documents that lie in files or beside classes. */
final class DocumentFiles {
    private DocumentFiles() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    static String read(Class<?> near, String name) {
        try (InputStream resource = near.getResourceAsStream(name)) {
            if (resource != null) return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + name + " can't be read: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("There is no resource " + name + " near " + near.getName() + ".");
    }
}
