import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Formats the project's Java files that changed since the last time, or only checks all of them; what the build
 * generated is left alone. The build runs it as {@code java Format.java --check=false root}, on the selected JDK, since
 * the formatter knows the syntax of the JDK it runs on, and Maven may run on an older one. A check that finds something
 * ends with 1.
 */
final class Format {
    /** Folders with Java files that are not sources: generated ones, packages of npm, and what tests compare with. */
    private static final Set<String> SKIPPED = Set.of("target", "node_modules", "resources");

    private static final int COLUMNS = 120;

    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    public static void main(String[] args) throws IOException {
        var root = Path.of(args[1]);
        if (args[0].equals("--check=false")) new Format().formatChanged(root);
        else System.exit(new Format().check(javaFiles(root)));
    }

    private void formatChanged(Path root) throws IOException {
        var stamp = root.resolve("target/formatted");
        long last = stamp.toFile().lastModified(); // 0 where there is none
        var started = FileTime.from(Instant.now());
        for (var file : javaFiles(root)) if (file.toFile().lastModified() >= last) format(file);
        Files.writeString(stamp, "");
        Files.setLastModifiedTime(stamp, started);
    }

    /** What does not parse is left as it is: the compiler, which runs next, says it better. */
    private void format(Path file) throws IOException {
        var source = Files.readString(file);
        try {
            var formatted = formatted(source);
            if (!formatted.equals(source)) Files.writeString(file, formatted);
        } catch (FormatterException e) {
            System.err.println("Not formatted: " + file + ": " + e.getMessage());
        }
    }

    private int check(List<Path> files) throws IOException {
        int exitCode = 0;
        for (var file : files) {
            if (isFormatted(file)) continue;
            System.err.println("Not formatted: " + file + " (a build without -Dformat.check formats it)");
            exitCode = 1;
        }
        return exitCode;
    }

    private boolean isFormatted(Path file) throws IOException {
        var source = Files.readString(file);
        try {
            return formatted(source).equals(source);
        } catch (FormatterException e) {
            return false;
        }
    }

    private String formatted(String source) throws FormatterException {
        return nullableBesideType(formatter.formatSourceAndFixImports(source));
    }

    /** The formatter gives {@code @Nullable} a line of its own, as if it were about the method and not its type. */
    private static String nullableBesideType(String source) {
        var joined = new ArrayList<String>();
        var isInTextBlock = false;
        for (var line : source.split("\n", -1)) {
            var last = joined.isEmpty() ? "" : joined.getLast();
            if (!isInTextBlock
                    && last.strip().equals("@Nullable")
                    && last.length() + 1 + line.strip().length() <= COLUMNS) {
                joined.set(joined.size() - 1, last + " " + line.strip());
            } else {
                joined.add(line);
            }
            if (line.split("\"\"\"", -1).length % 2 == 0) isInTextBlock = !isInTextBlock;
        }
        return String.join("\n", joined);
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                var name = directory.getFileName().toString();
                boolean isSkipped = name.startsWith(".") || SKIPPED.contains(name);
                return isSkipped && !directory.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && file.toString().endsWith(".java")) found.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
