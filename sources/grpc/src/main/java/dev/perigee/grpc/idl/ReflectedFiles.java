package dev.perigee.grpc.idl;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Asks for the files of all services, then file by file for what these import, until no import is new. A file that is
 * not handed out is left out. One thread.
 */
final class ReflectedFiles {
    /** Questions on their way at once. */
    private static final int WAVE = 64;

    private final ReflectionCall call;
    private final IdlLimits limits;
    private final Map<String, FileDescriptorProto> files = new TreeMap<>();
    private final Set<String> asked = new HashSet<>();
    private final SequencedSet<String> toAsk = new LinkedHashSet<>();
    private String refusal = "it is in none of the files handed out";
    private long bytes;

    ReflectedFiles(ReflectionCall call, IdlLimits limits) {
        this.call = call;
        this.limits = limits;
    }

    /** By name. Not linked, and maybe not complete. */
    Map<String, FileDescriptorProto> read() throws ReflectionFailure, IdlException {
        List<String> services = services();
        ask(
                services,
                name -> ServerReflectionRequest.newBuilder()
                        .setFileContainingSymbol(name)
                        .build());
        checkDescribed(services);
        while (!toAsk.isEmpty()) {
            List<String> wave = List.copyOf(toAsk);
            toAsk.clear();
            ask(
                    wave,
                    name -> ServerReflectionRequest.newBuilder()
                            .setFileByFilename(name)
                            .build());
        }
        return files;
    }

    private List<String> services() throws ReflectionFailure, IdlException {
        ServerReflectionRequest question =
                ServerReflectionRequest.newBuilder().setListServices("*").build();
        ServerReflectionResponse answer = call.ask(List.of(question)).getFirst();
        List<ServiceResponse> listed = answer.getListServicesResponse().getServiceList();
        limits.check(listed.size(), answer.getSerializedSize(), "Server reflection");
        List<String> names = listed.stream()
                .map(ServiceResponse::getName)
                .filter(name -> !name.startsWith("grpc.reflection."))
                .distinct()
                .sorted()
                .toList();
        if (names.isEmpty()) throw new IdlException("Server reflection lists no services but its own.");
        return names;
    }

    private void ask(List<String> names, Function<String, ServerReflectionRequest> question)
            throws ReflectionFailure, IdlException {
        for (int from = 0; from < names.size(); from += WAVE) {
            List<String> wave = names.subList(from, Math.min(from + WAVE, names.size()));
            List<ServerReflectionResponse> answers =
                    call.ask(wave.stream().map(question).toList());
            for (int i = 0; i < wave.size(); i++) add(wave.get(i), answers.get(i));
        }
    }

    private void add(String name, ServerReflectionResponse answer) throws IdlException {
        if (answer.hasErrorResponse()) refusal = answer.getErrorResponse().getErrorMessage();
        List<FileDescriptorProto> handedOut = new ArrayList<>();
        for (ByteString proto : answer.getFileDescriptorResponse().getFileDescriptorProtoList()) {
            bytes += proto.size();
            limits.check(files.size() + handedOut.size(), bytes, "Server reflection");
            handedOut.add(parse(proto));
        }
        boolean isImport = name.endsWith(".proto");
        if (isImport && handedOut.stream().noneMatch(file -> file.getName().equals(name)) && !handedOut.isEmpty()) {
            // Registered under another name than it is imported by: a common slip, of which servers don't notice much.
            handedOut.set(0, handedOut.getFirst().toBuilder().setName(name).build());
        }
        for (FileDescriptorProto file : handedOut) add(file);
        limits.check(files.size() + toAsk.size(), bytes, "Server reflection");
    }

    private void add(FileDescriptorProto file) throws IdlException {
        FileDescriptorProto other = files.putIfAbsent(file.getName(), file);
        if (other != null && !other.equals(file)) {
            throw new IdlException(
                    ("Server reflection hands out two versions of %s. If several servers share the address,"
                                    + " they run different releases: try again when they run the same.")
                            .formatted(file.getName()));
        }
        toAsk.remove(file.getName());
        asked.add(file.getName());
        for (String imported : file.getDependencyList()) {
            // These are the same everywhere, but for the newest of them.
            boolean isKnown = imported.startsWith("google/protobuf/") && KnownFiles.find(imported) != null;
            if (!isKnown && asked.add(imported)) toAsk.add(imported);
        }
    }

    private static FileDescriptorProto parse(ByteString proto) throws IdlException {
        try {
            return FileDescriptorProto.parseFrom(proto, KnownFiles.options());
        } catch (InvalidProtocolBufferException e) {
            throw new IdlException("Server reflection hands out a malformed descriptor: " + e.getMessage(), e);
        }
    }

    private void checkDescribed(List<String> services) throws IdlException {
        Set<String> described = new HashSet<>();
        for (FileDescriptorProto file : files.values()) {
            String prefix = file.getPackage().isEmpty() ? "" : file.getPackage() + ".";
            for (ServiceDescriptorProto service : file.getServiceList()) described.add(prefix + service.getName());
        }
        List<String> problems = new ArrayList<>();
        for (String name : services) {
            if (!described.contains(name)) {
                problems.add("Server reflection lists %s, and does not describe it (%s).".formatted(name, refusal));
            }
        }
        if (!problems.isEmpty()) throw new IdlException(problems);
    }
}
