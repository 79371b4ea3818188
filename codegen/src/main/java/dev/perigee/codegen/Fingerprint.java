package dev.perigee.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.codegen.settings.GeneratorSettings;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that what is generated depends on, as one hash: settings, schema and sources by their content; the class path, which is
 * larger and changes as a whole, and the generator itself by sizes and times.
 */
final class Fingerprint {
    private final MessageDigest digest = sha256();

    private Fingerprint() {}

    static String of(GeneratorSettings settings) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(settings.toString());
        for (Path file : settings.schema()) fingerprint.addContent(file);
        if (settings.client() != null) for (Path file : settings.client().operations()) fingerprint.addContent(file);
        for (Path folder : settings.sources()) {
            for (Path file : filesIn(folder)) if (file.toString().endsWith(".java")) fingerprint.addContent(file);
        }
        for (Path entry : settings.classPath()) fingerprint.addAttributes(entry);
        fingerprint.addAttributes(ownCode());
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(UTF_8)));
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        digest.update((bytes.length + ":").getBytes(UTF_8)); // so that nothing can move from one to the next
        digest.update(bytes);
    }

    private void addContent(Path file) throws IOException {
        add(file.toString());
        byte[] bytes = Files.readAllBytes(file);
        digest.update((bytes.length + ":").getBytes(UTF_8));
        digest.update(bytes);
    }

    private void addAttributes(Path place) throws IOException {
        for (Path file : filesIn(place))
            add(file + " " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).toMillis());
    }

    /** The file itself, or what is in the folder; nothing if there is none. */
    private static List<Path> filesIn(Path place) throws IOException {
        if (!Files.exists(place)) return List.of();
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path ownCode() throws IOException {
        CodeSource source = Generator.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Path.of("none")
                    : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
