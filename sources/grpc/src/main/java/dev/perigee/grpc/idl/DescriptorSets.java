package dev.perigee.grpc.idl;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files with a {@code FileDescriptorSet} each, as {@code protoc --descriptor_set_out} and {@code buf build} write them.
 * A file that is in several sets has to be the same in all. Imports that every IDL has, such as
 * {@code google/protobuf/timestamp.proto}, may be left out.
 */
public final class DescriptorSets implements IdlSource {
    private static final MissingImports MISSING = new MissingImports(
            false, "Write the set with protoc --include_imports --descriptor_set_out, or with buf build -o.");

    private final List<Path> files;
    private final IdlLimits limits;

    private DescriptorSets(List<Path> files, IdlLimits limits) {
        this.files = List.copyOf(files);
        this.limits = limits;
    }

    public static DescriptorSets of(List<Path> files) {
        return of(files, IdlLimits.DEFAULT);
    }

    public static DescriptorSets of(List<Path> files, IdlLimits limits) {
        return new DescriptorSets(files, limits);
    }

    /**
     * The IDL of one set.
     *
     * @param name what an error calls it
     * @throws IdlException if it is malformed, over a limit, or not complete
     */
    public static Idl link(String name, byte[] set) throws IdlException {
        Map<String, FileDescriptorProto> protos = new TreeMap<>();
        add(name, set, IdlLimits.DEFAULT, protos);
        return Linker.link(protos, MISSING);
    }

    @Override
    public Idl read() throws IdlException {
        if (files.isEmpty()) throw new IdlException("No descriptor sets.");
        Map<String, FileDescriptorProto> protos = new TreeMap<>();
        for (Path file : files) add(file.toString(), IdlFiles.read(file, limits.maxBytes()), limits, protos);
        return Linker.link(protos, MISSING);
    }

    @Override
    public String fingerprint() throws IdlException {
        Fingerprint fingerprint = new Fingerprint();
        for (Path file : files) fingerprint.add(IdlFiles.read(file, limits.maxBytes()));
        return fingerprint.text();
    }

    private static void add(String name, byte[] set, IdlLimits limits, Map<String, FileDescriptorProto> protos)
            throws IdlException {
        List<FileDescriptorProto> added = parse(name, set).getFileList();
        if (added.isEmpty()) throw new IdlException("%s: no files in it. %s".formatted(name, MISSING.remedy()));
        List<String> problems = new ArrayList<>();
        for (FileDescriptorProto file : added) {
            FileDescriptorProto other = protos.putIfAbsent(file.getName(), file);
            if (other != null && !other.equals(file)) {
                problems.add("%s: its %2$s is not the %2$s of the sets before it.".formatted(name, file.getName()));
            }
        }
        if (!problems.isEmpty()) throw new IdlException(problems);
        limits.check(protos.size(), set.length, name);
    }

    private static FileDescriptorSet parse(String name, byte[] set) throws IdlException {
        try {
            return FileDescriptorSet.parseFrom(set, KnownFiles.options());
        } catch (InvalidProtocolBufferException e) {
            throw new IdlException(
                    "%s: not a descriptor set: %s %s".formatted(name, e.getMessage(), MISSING.remedy()), e);
        }
    }
}
