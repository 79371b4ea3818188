package dev.perigee.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A case that is a folder: files to read, and files with what comes out. {@code -Dgolden.update} rewrites those. */
record Golden(Path folder) {
    /** The folders in a folder of this package's resources. */
    static List<Golden> cases(String kind) {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/dev/perigee/language", kind))) {
            return folders.sorted().map(Golden::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void check(String file, String actual) {
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
