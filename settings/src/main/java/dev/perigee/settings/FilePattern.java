package dev.perigee.settings;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** Files by name or by pattern: {@code *} and <code>{a,b}</code> within a name, {@code **} across folders. */
public final class FilePattern {
    /** Of folders, below the one that the pattern begins with. */
    private static final int MAX_DEPTH = 20;

    private FilePattern() {}

    /** What there is, in the order of names; a name without a pattern may also be that of a folder. */
    public static List<Path> find(Path directory, String pattern) throws IOException {
        if (!isPattern(pattern)) {
            Path file = directory.resolve(pattern);
            return Files.exists(file) ? List.of(file) : List.of();
        }
        Path start = directory.resolve(folder(pattern));
        if (!Files.isDirectory(start)) return List.of();
        PathMatcher matcher = FileSystems.getDefault()
                .getPathMatcher("glob:" + pattern.substring(folder(pattern).length()));
        try (Stream<Path> files = Files.walk(start, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> matcher.matches(start.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    public static boolean isPattern(String text) {
        return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    /** What comes before the first part with a pattern, with the slash, or nothing. */
    private static String folder(String pattern) {
        int end = 0;
        for (int slash = pattern.indexOf('/'); slash >= 0; slash = pattern.indexOf('/', slash + 1)) {
            if (isPattern(pattern.substring(0, slash))) break;
            end = slash + 1;
        }
        return pattern.substring(0, end);
    }
}
