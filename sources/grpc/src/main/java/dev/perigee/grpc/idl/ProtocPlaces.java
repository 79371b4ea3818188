package dev.perigee.grpc.idl;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the protobuf compiler may be: where somebody says, beside Perigee's own jars, on the path of the system. */
final class ProtocPlaces {
    static final String REMEDY = "Install protoc (Debian: apt install protobuf-compiler, macOS: brew install protobuf),"
            + " or say where it is with the environment variable PROTOC.";

    private static final List<String> NAMES = List.of("protoc", "protoc.exe");

    private ProtocPlaces() {}

    static Path find() throws IdlException {
        String given = System.getProperty("perigee.protoc");
        if (given == null) given = System.getenv("PROTOC");
        if (given != null && !given.isBlank()) return given(Path.of(given));
        for (Path folder : folders()) {
            for (String name : NAMES) {
                Path file = folder.resolve(name);
                if (Files.isRegularFile(file) && makeExecutable(file)) return file;
            }
        }
        throw new IdlException(".proto files are compiled by protoc, which is not found. " + REMEDY);
    }

    private static Path given(Path file) throws IdlException {
        if (!Files.isRegularFile(file)) throw new IdlException("%s: there is no such file. %s".formatted(file, REMEDY));
        if (!makeExecutable(file)) throw new IdlException("%s is not executable. %s".formatted(file, REMEDY));
        return file;
    }

    /** A build that copies it from a repository of jars leaves it without the permission. */
    private static boolean makeExecutable(Path file) {
        return Files.isExecutable(file) || file.toFile().setExecutable(true);
    }

    private static List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        Path jars = folderOfJars();
        if (jars != null) folders.add(jars);
        String path = System.getenv("PATH");
        if (path == null) return folders;
        for (String folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
            if (!folder.isEmpty()) folders.add(Path.of(folder));
        }
        return folders;
    }

    private static @Nullable Path folderOfJars() {
        CodeSource source = ProtocPlaces.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) return null;
        try {
            URI location = source.getLocation().toURI();
            return location.getScheme().equals("file") ? Path.of(location).getParent() : null;
        } catch (URISyntaxException e) {
            return null; // not a folder of files
        }
    }
}
