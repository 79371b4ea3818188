package dev.perigee.grpc;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.perigee.grpc.idl.DescriptorSets;
import dev.perigee.grpc.idl.Idl;
import dev.perigee.grpc.idl.IdlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The IDLs of several servers as one: a type that two of them know is one type of the graph. */
final class MergedIdl {
    private final Map<String, Known> files = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private MergedIdl() {}

    /** A file, and the server that had it first. */
    private record Known(FileDescriptorProto file, String server) {}

    /** @throws IdlException if servers know a file by different contents, with all such files */
    static Idl of(Map<String, Idl> byServer) throws IdlException {
        if (byServer.size() == 1) return byServer.values().iterator().next();
        MergedIdl merged = new MergedIdl();
        byServer.forEach((server, idl) -> idl.files().forEach(file -> merged.add(server, file)));
        if (!merged.problems.isEmpty()) throw new IdlException(merged.problems);
        FileDescriptorSet.Builder all = FileDescriptorSet.newBuilder();
        for (Known known : merged.files.values()) all.addFile(known.file());
        return DescriptorSets.link("the servers", all.build().toByteArray());
    }

    private void add(String server, FileDescriptor descriptor) {
        FileDescriptorProto file = descriptor.toProto();
        @Nullable Known known = files.get(file.getName());
        if (known == null) {
            files.put(file.getName(), new Known(file, server));
        } else if (!isShared(file.getName()) && !withoutComments(known.file()).equals(withoutComments(file))) {
            problems.add(
                    "%s is another file at %s than at %s. Let both serve one version, or leave the services of it out."
                            .formatted(file.getName(), server, known.server()));
        } else if (file.hasSourceCodeInfo()) {
            files.put(file.getName(), new Known(file, known.server()));
        }
    }

    /** Servers that were built at different times have different versions of these, which all fit. */
    private static boolean isShared(String name) {
        return name.startsWith("google/") || name.startsWith("buf/validate/") || name.startsWith("perigee/");
    }

    private static FileDescriptorProto withoutComments(FileDescriptorProto file) {
        return file.toBuilder().clearSourceCodeInfo().build();
    }
}
