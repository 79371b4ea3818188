package dev.perigee.grpc.idl;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The protobuf compiler, as a process of its own. Bounded in its time and in what it writes. */
record Protoc(Path executable) {
    private static final int MOST_MESSAGE_BYTES = 1 << 20;

    static Protoc find() throws IdlException {
        return new Protoc(ProtocPlaces.find());
    }

    /**
     * The bytes of a {@code FileDescriptorSet}, imports and comments included.
     *
     * @param folder empty; is used for files in between
     */
    byte[] compile(ProtoSources sources, Path folder, IdlLimits limits) throws IdlException, IOException {
        Path include = Files.createDirectory(folder.resolve("include"));
        for (Map.Entry<String, byte[]> bundled : sources.bundled().entrySet()) {
            Path file = include.resolve(bundled.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, bundled.getValue());
        }
        Path output = folder.resolve("descriptors.binpb");
        Path arguments = Files.write(folder.resolve("arguments"), arguments(sources, include, output));
        run(arguments, folder.resolve("messages"), limits);
        return IdlFiles.read(output, limits.maxBytes());
    }

    /** In a file: many systems have no room for many names on a command line. */
    private static List<String> arguments(ProtoSources sources, Path include, Path output) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--include_imports");
        arguments.add("--include_source_info");
        arguments.add("--descriptor_set_out=" + output);
        for (Path root : sources.roots()) arguments.add("--proto_path=" + root);
        arguments.add("--proto_path=" + include);
        for (Path file : sources.files()) arguments.add(file.toString());
        return arguments;
    }

    private void run(Path arguments, Path input, IdlLimits limits) throws IdlException, IOException {
        Process process = start(arguments, Files.createFile(input));
        try {
            CompletableFuture<String> messages = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> messages.complete(read(process.getInputStream())));
            if (!process.waitFor(limits.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IdlException("%s took more than %d s, and was stopped."
                        .formatted(executable, limits.timeout().toSeconds()));
            }
            if (process.exitValue() != 0) throw new IdlException(ProtocMessages.errors(messages.join(), this, process));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IdlException("Interrupted while protoc ran.", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Path arguments, Path input) throws IdlException {
        try {
            return new ProcessBuilder(executable.toString(), "@" + arguments)
                    .redirectErrorStream(true)
                    .redirectInput(input.toFile())
                    .start();
        } catch (IOException e) {
            throw new IdlException(
                    "%s can't be run: %s. %s".formatted(executable, e.getMessage(), ProtocPlaces.REMEDY), e);
        }
    }

    /** The first of them; the rest is read all the same, since a process waits for who reads. */
    private static String read(InputStream in) {
        try (in) {
            byte[] first = in.readNBytes(MOST_MESSAGE_BYTES);
            in.transferTo(OutputStream.nullOutputStream());
            return new String(first, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // the process was stopped
        }
    }
}
