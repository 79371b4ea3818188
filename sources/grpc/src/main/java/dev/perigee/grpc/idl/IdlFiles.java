package dev.perigee.grpc.idl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that an IDL is in, with errors that say which. */
final class IdlFiles {
    private IdlFiles() {}

    static byte[] read(Path file, int maxBytes) throws IdlException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(maxBytes);
            if (in.read() >= 0) throw new IdlException("%s: more than %d bytes.".formatted(file, maxBytes));
            return bytes;
        } catch (IOException e) {
            throw new IdlException("%s: %s".formatted(file, reason(e)), e);
        }
    }

    static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) return "there is no such file.";
        String reason = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        return "can't be read (%s)."
                .formatted(reason == null ? failure.getClass().getSimpleName() : reason);
    }
}
