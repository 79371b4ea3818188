package dev.perigee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A case that is a folder: files to read, and files with what comes out. {@code -Dgolden.update} rewrites those. */
public record Golden(Path folder) {
    /** The folders in a folder of the resources that belong to a test's package. */
    public static List<Golden> cases(Class<?> test, String kind) {
        Path resources = Path.of("src/test/resources", test.getPackageName().replace('.', '/'));
        try (Stream<Path> folders = Files.list(resources.resolve(kind))) {
            return folders.filter(Files::isDirectory).sorted().map(Golden::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    public String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void check(String file, String actual) {
        if (Boolean.getBoolean("golden.update")
                || System.getProperty("golden.update", "-").isEmpty()) write(file, actual);
        assertThat(actual).isEqualTo(read(file));
    }

    private void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
