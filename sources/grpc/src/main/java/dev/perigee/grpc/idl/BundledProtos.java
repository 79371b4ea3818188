package dev.perigee.grpc.idl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proto files in the jars that Perigee uses, and in its own. */
final class BundledProtos {
    private static final List<String> FOLDERS = List.of("google/", "buf/validate/", "perigee/");

    private BundledProtos() {}

    static byte @Nullable [] find(String name) {
        if (!name.endsWith(".proto") || FOLDERS.stream().noneMatch(name::startsWith)) return null;
        ClassLoader loader = BundledProtos.class.getClassLoader();
        try (InputStream in = loader == null ? null : loader.getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of the program itself
        }
    }
}
