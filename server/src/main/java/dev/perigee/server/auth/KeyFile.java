package dev.perigee.server.auth;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Private keys in a file that only its owner may read, as a set of JSON Web Keys. Several processes may share it: it is
 * replaced as a whole, by one at a time.
 */
final class KeyFile {
    private static final int MAX_BYTES = 1 << 20;
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rw-------");

    private final Path file;

    KeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /**
     * The oldest first; none if there is no file yet.
     *
     * @throws IOException if it can't be read, is none of keys, or may be read by others
     */
    List<ECKey> read() throws IOException {
        if (Files.notExists(file)) return List.of();
        if (isPosix() && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException(
                    file + " has private keys, and others may read or write it. Change that: chmod 600 " + file);
        }
        if (Files.size(file) > MAX_BYTES) throw noKeys("it is longer than " + MAX_BYTES + " bytes");
        try {
            List<ECKey> keys = new ArrayList<>();
            for (JWK key : JWKSet.parse(Files.readString(file)).getKeys()) {
                if (!(key instanceof ECKey pair) || !pair.isPrivate() || pair.getIssueTime() == null) {
                    throw noKeys("one is not as we make them");
                }
                keys.add(pair);
            }
            keys.sort(Comparator.comparing(ECKey::getIssueTime));
            return List.copyOf(keys);
        } catch (ParseException e) {
            throw noKeys("it is no set of JSON Web Keys");
        }
    }

    /** Changes what is there, while nobody else does. */
    List<ECKey> update(UnaryOperator<List<ECKey>> change) throws IOException {
        synchronized (KeyFile.class) { // locks of files are between processes only
            Path lock = file.resolveSibling(file.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lock, Set.of(CREATE, WRITE), ownersOnly());
                    FileLock held = channel.lock()) {
                List<ECKey> before = read();
                List<ECKey> after = change.apply(before);
                if (!after.equals(before)) write(after);
                return after;
            }
        }
    }

    private void write(List<ECKey> keys) throws IOException {
        Path next = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new", ownersOnly());
        Files.writeString(next, new JWKSet(List.copyOf(keys)).toString(false));
        Files.move(next, file, ATOMIC_MOVE); // on Linux and others, in place of what is there
    }

    private FileAttribute<?>[] ownersOnly() {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)}
                : new FileAttribute<?>[0];
    }

    private boolean isPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private IOException noKeys(String why) {
        return new IOException(file + " has no keys of a token endpoint: " + why
                + ". Name another file, or remove it to" + " have new keys made; tokens of before are refused then.");
    }
}
