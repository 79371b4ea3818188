package dev.perigee.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.codegen.code.SourceFile;
import dev.perigee.codegen.settings.CodegenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder of generated sources, with a list of what is in it: what was made here and is no longer is deleted, and nothing
 * else is ever touched.
 */
final class Output {
    private static final String LIST = "perigee-generated.txt";

    private final Path folder;
    private final String fingerprint;
    private final Map<String, String> hashes;

    /** @param hashes of the files' texts, by their paths */
    private Output(Path folder, String fingerprint, Map<String, String> hashes) {
        this.folder = folder;
        this.fingerprint = fingerprint;
        this.hashes = hashes;
    }

    static Output in(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        String fingerprint = "";
        String list = read(folder.resolve(LIST));
        for (String line : list == null ? List.<String>of() : list.lines().toList()) {
            int space = line.indexOf(' ');
            if (space < 0) fingerprint = line;
            else if (isInside(folder, line.substring(space + 1)))
                hashes.put(line.substring(space + 1), line.substring(0, space));
        }
        return new Output(folder, fingerprint, hashes);
    }

    /** The list may have been written by anybody. */
    private static boolean isInside(Path folder, String path) {
        Path file = folder.resolve(path).normalize();
        return file.startsWith(folder.normalize()) && path.endsWith(".java");
    }

    /** Whether it is what this fingerprint gave, and nobody has changed it. */
    boolean isCurrent(String fingerprint) throws IOException {
        if (!this.fingerprint.equals(fingerprint)) return false;
        for (Map.Entry<String, String> file : hashes.entrySet()) {
            String text = read(folder.resolve(file.getKey()));
            if (text == null || !Fingerprint.of(text).equals(file.getValue())) return false;
        }
        return true;
    }

    Outcome write(GeneratedFiles generated, String fingerprint, @Nullable Path skeletons)
            throws CodegenException, IOException {
        checkForeign(generated);
        Map<String, String> now = new TreeMap<>();
        int written = 0;
        for (SourceFile file : generated.files()) {
            now.put(file.path(), Fingerprint.of(file.text()));
            if (write(folder, file)) written++;
        }
        int deleted = deleteOthers(now);
        int started = 0;
        if (skeletons != null) {
            for (SourceFile file : generated.skeletons()) {
                if (!Files.exists(skeletons.resolve(file.path())) && write(skeletons, file)) started++;
            }
        }
        StringBuilder list = new StringBuilder(fingerprint).append('\n');
        now.forEach((path, hash) -> list.append(hash).append(' ').append(path).append('\n'));
        Files.writeString(folder.resolve(LIST), list);
        return new Outcome(written, now.size() - written, deleted, started);
    }

    /** Somebody's own class of the name of one that is to be generated. */
    private void checkForeign(GeneratedFiles generated) throws CodegenException, IOException {
        List<String> problems = new ArrayList<>();
        for (SourceFile file : generated.files()) {
            String there = read(folder.resolve(file.path()));
            boolean isOurs = there == null || hashes.containsKey(file.path()) || SourceFile.isGenerated(there);
            if (!isOurs)
                problems.add(folder.resolve(file.path())
                        + " is in the way of what is to be generated, and was not generated itself. Move it.");
        }
        if (!problems.isEmpty()) throw new CodegenException(problems);
    }

    private static boolean write(Path folder, SourceFile file) throws IOException {
        Path path = folder.resolve(file.path());
        if (file.text().equals(read(path))) return false;
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, file.text());
        return true;
    }

    private int deleteOthers(Map<String, String> now) throws IOException {
        int deleted = 0;
        for (Map.Entry<String, String> old : hashes.entrySet()) {
            Path file = folder.resolve(old.getKey());
            String text = now.containsKey(old.getKey()) ? null : read(file);
            if (text == null || !Fingerprint.of(text).equals(old.getValue())) continue; // there is work in it
            Files.delete(file);
            deleted++;
        }
        return deleted;
    }

    private static @Nullable String read(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
