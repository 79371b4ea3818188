package dev.perigee.grpc.idl;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code .proto} files, compiled by {@code protoc} each time they are read. What they import is looked for in the
 * include folders, then in the folders above the file that imports it, then among the files that come with Perigee:
 * {@code google/protobuf}, {@code google/api}, {@code google/rpc}, {@code google/type}, {@code buf/validate} and
 * {@code perigee}. Comments are kept.
 *
 * @see <a href="https://protobuf.dev/programming-guides/proto3/#importing">Importing Definitions</a>
 */
public final class ProtoFiles implements IdlSource {
    private static final MissingImports MISSING = new MissingImports(false, "");

    private final List<Path> files;
    private final List<Path> includes;
    private final IdlLimits limits;

    private ProtoFiles(List<Path> files, List<Path> includes, IdlLimits limits) {
        this.files = List.copyOf(files);
        this.includes = List.copyOf(includes);
        this.limits = limits;
    }

    /** @see #of(List, List, IdlLimits) */
    public static ProtoFiles of(List<Path> files, List<Path> includes) {
        return of(files, includes, IdlLimits.DEFAULT);
    }

    /**
     * @param files files, and folders that stand for all {@code .proto} files below them
     * @param includes folders that imports start from, as protoc's {@code --proto_path}; may be empty
     */
    public static ProtoFiles of(List<Path> files, List<Path> includes, IdlLimits limits) {
        return new ProtoFiles(files, includes, limits);
    }

    @Override
    public Idl read() throws IdlException {
        ProtoSources sources = ProtoSources.find(files, includes, limits);
        Protoc protoc = Protoc.find();
        Path folder = newFolder();
        try {
            return link(protoc.compile(sources, folder, limits));
        } catch (IOException e) {
            throw new IdlException("%s: %s".formatted(folder, IdlFiles.reason(e)), e);
        } finally {
            delete(folder);
        }
    }

    /** Of the text of all files, imports included. */
    @Override
    public String fingerprint() throws IdlException {
        Fingerprint fingerprint = new Fingerprint();
        for (Path file : ProtoSources.find(files, includes, limits).all()) {
            fingerprint.add(file.toString().getBytes(StandardCharsets.UTF_8));
            fingerprint.add(IdlFiles.read(file, limits.maxBytes()));
        }
        return fingerprint.text();
    }

    private static Idl link(byte[] set) throws IdlException {
        Map<String, FileDescriptorProto> protos = new TreeMap<>();
        try {
            for (FileDescriptorProto file :
                    FileDescriptorSet.parseFrom(set, KnownFiles.options()).getFileList()) {
                protos.put(file.getName(), file);
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IdlException("What protoc wrote is not a descriptor set: " + e.getMessage(), e);
        }
        return Linker.link(protos, MISSING);
    }

    private static Path newFolder() throws IdlException {
        try {
            return Files.createTempDirectory("perigee-proto");
        } catch (IOException e) {
            throw new IdlException("No temporary folder for protoc can be made: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException e) {
            System.getLogger(ProtoFiles.class.getName())
                    .log(System.Logger.Level.DEBUG, "A temporary folder is left behind: " + folder, e);
        }
    }
}
