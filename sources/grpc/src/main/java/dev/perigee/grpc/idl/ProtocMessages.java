package dev.perigee.grpc.idl;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What protoc says when it fails: {@code file:line:column: message}, a line each. */
final class ProtocMessages {
    private static final int MOST = 200;
    private static final String HERE = Path.of("").toAbsolutePath() + File.separator;

    private ProtocMessages() {}

    /** At least one. */
    static List<String> errors(String output, Protoc protoc, Process process) {
        List<String> errors = new ArrayList<>(output.lines()
                .filter(line -> !line.isBlank() && !line.contains(": warning: "))
                .limit(MOST)
                .map(line -> line.startsWith(HERE) ? line.substring(HERE.length()) : line)
                .toList());
        if (output.contains("was not found or had errors") && output.contains("File not found.")) {
            errors.add("Imports start from the folder given as --proto-path, or from one above the file.");
        }
        if (errors.isEmpty()) errors.add("%s ended with %d.".formatted(protoc.executable(), process.exitValue()));
        return errors;
    }
}
