package dev.perigee.grpc.graph;

import dev.perigee.grpc.idl.Idl;
import dev.perigee.grpc.idl.IdlException;
import dev.perigee.grpc.idl.ProtoFiles;
import dev.perigee.grpc.input.GrpcScalars;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** IDLs of tests, compiled as users' are. */
final class Protos {
    private Protos() {}

    /** All files in a folder. */
    static Idl folder(Path folder) {
        return compile(List.of(folder), folder);
    }

    /** A proto3 file for each text, in the package that it begins with. */
    static Idl of(String... texts) {
        try {
            Path folder = Files.createTempDirectory("protos");
            List<Path> files = new ArrayList<>();
            for (String text : texts) {
                Path file = folder.resolve("file" + files.size() + ".proto");
                String syntax = text.startsWith("syntax") || text.startsWith("edition") ? "" : "syntax = \"proto3\";\n";
                files.add(Files.writeString(file, syntax + text));
            }
            Idl idl = compile(files, folder);
            for (Path file : files) Files.delete(file);
            Files.delete(folder);
            return idl;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A schema of a graph has to be one. */
    static Schema read(GrpcGraph graph) {
        return SchemaReader.from(Source.of("the graph", graph.sdl()))
                .library(GrpcScalars.coercions())
                .read();
    }

    /** The lines of a schema that say something of a type, a field, or a value. */
    static List<String> lines(GrpcGraph graph) {
        return Arrays.stream(graph.sdl().split("\n")).map(String::strip).toList();
    }

    private static Idl compile(List<Path> files, Path folder) {
        try {
            return ProtoFiles.of(files, List.of(folder)).read();
        } catch (IdlException e) {
            throw new AssertionError(e);
        }
    }
}
