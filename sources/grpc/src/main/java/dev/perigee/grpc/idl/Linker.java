package dev.perigee.grpc.idl;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Links files with what they import. Links twice where files declare options of their own: these can be parsed only
 * when it is known what they are. One thread.
 */
final class Linker {
    /** Chains of public imports are followed by recursion. */
    private static final int MOST_IMPORTS_IN_A_CHAIN = 500;

    /** Each dot in a package is a call in the protobuf library. */
    private static final int LONGEST_PACKAGE = 1_000;

    private final Map<String, FileDescriptorProto> protos;
    private final MissingImports missing;
    private final Map<String, FileDescriptor> linked = new HashMap<>();

    private Linker(Map<String, FileDescriptorProto> protos, MissingImports missing) {
        this.protos = protos;
        this.missing = missing;
    }

    /** @param files by name, parsed with {@link KnownFiles#options} */
    static Idl link(Map<String, FileDescriptorProto> files, MissingImports missing) throws IdlException {
        Map<String, FileDescriptorProto> all = complete(files, missing);
        Idl idl = new Linker(all, missing).linkAll();
        ExtensionRegistry own = DeclaredOptions.registry(idl);
        return own == null ? idl : new Linker(parseAgain(all, own), missing).linkAll();
    }

    /** With the known ones of the imports that are missing. */
    private static Map<String, FileDescriptorProto> complete(
            Map<String, FileDescriptorProto> files, MissingImports missing) throws IdlException {
        Map<String, FileDescriptorProto> all = new TreeMap<>(files);
        all.remove(KnownFiles.DESCRIPTOR);
        List<String> problems = new ArrayList<>();
        Deque<FileDescriptorProto> toDo = new ArrayDeque<>(all.values());
        while (!toDo.isEmpty()) {
            FileDescriptorProto file = toDo.remove();
            for (String name : file.getDependencyList()) {
                if (all.containsKey(name) || name.equals(KnownFiles.DESCRIPTOR)) continue;
                FileDescriptor known = KnownFiles.find(name);
                if (known != null) {
                    all.put(name, known.toProto());
                    toDo.add(known.toProto());
                } else if (!missing.isTolerated()) {
                    problems.add(
                            "%s imports %s, which is missing. %s".formatted(file.getName(), name, missing.remedy()));
                }
            }
        }
        if (!problems.isEmpty()) throw new IdlException(problems);
        return all;
    }

    private static Map<String, FileDescriptorProto> parseAgain(
            Map<String, FileDescriptorProto> files, ExtensionRegistry options) throws IdlException {
        Map<String, FileDescriptorProto> parsed = new TreeMap<>();
        for (FileDescriptorProto file : files.values()) {
            try {
                parsed.put(file.getName(), FileDescriptorProto.parseFrom(file.toByteString(), options));
            } catch (InvalidProtocolBufferException e) {
                throw new IdlException("%s: malformed options: %s".formatted(file.getName(), e.getMessage()), e);
            }
        }
        return parsed;
    }

    private Idl linkAll() throws IdlException {
        for (String name : protos.keySet()) link(name);
        checkNames();
        return Idl.of(linked.values());
    }

    /** The library links files that don't import each other without a look at what else there is. */
    private void checkNames() throws IdlException {
        Map<String, FileDescriptor> declaredIn = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (FileDescriptor file : new TreeMap<>(linked).values()) {
            for (GenericDescriptor declared : declarations(file)) {
                FileDescriptor other = declaredIn.putIfAbsent(declared.getFullName(), file);
                if (other == null) continue;
                problems.add("%s: %s is declared in %s too. Only one of the two files can be part of an IDL."
                        .formatted(file.getFullName(), declared.getFullName(), other.getFullName()));
            }
        }
        if (!problems.isEmpty()) throw new IdlException(problems);
    }

    private static Iterable<GenericDescriptor> declarations(FileDescriptor file) {
        List<GenericDescriptor> all = new ArrayList<>(file.getMessageTypes());
        all.addAll(file.getEnumTypes());
        all.addAll(file.getServices());
        return all;
    }

    /** After all that it imports. Without recursion: how deep imports go is up to who wrote them. */
    private void link(String root) throws IdlException {
        SequencedSet<String> path = new LinkedHashSet<>();
        path.add(root);
        while (!path.isEmpty()) {
            String name = path.getLast();
            String next = notLinked(name);
            if (next == null) {
                linked.put(name, build(name));
                path.removeLast();
            } else if (!path.add(next)) {
                throw new IdlException(
                        "Files import each other: %s -> %s.".formatted(String.join(" -> ", from(next, path)), next));
            } else if (path.size() > MOST_IMPORTS_IN_A_CHAIN) {
                throw new IdlException("%s: a chain of more than %d imports.".formatted(root, MOST_IMPORTS_IN_A_CHAIN));
            }
        }
    }

    private static List<String> from(String name, SequencedSet<String> path) {
        List<String> names = List.copyOf(path);
        return names.subList(names.indexOf(name), names.size());
    }

    private @Nullable String notLinked(String name) {
        FileDescriptorProto file = protos.get(name);
        if (file == null || linked.containsKey(name)) return null;
        for (String imported : file.getDependencyList()) if (!linked.containsKey(imported)) return imported;
        return null;
    }

    private FileDescriptor build(String name) throws IdlException {
        if (name.equals(KnownFiles.DESCRIPTOR)) return known(name);
        FileDescriptorProto file = protos.get(name);
        if (file == null) file = FileDescriptorProto.newBuilder().setName(name).build(); // a missing one
        if (file.getPackage().length() > LONGEST_PACKAGE) {
            throw new IdlException("%s: a package name longer than %d.".formatted(name, LONGEST_PACKAGE));
        }
        FileDescriptor[] imports =
                file.getDependencyList().stream().map(this::dependency).toArray(FileDescriptor[]::new);
        try {
            return FileDescriptor.buildFrom(file, imports);
        } catch (DescriptorValidationException e) {
            throw new IdlException("%s: %s%s".formatted(name, e.getMessage(), hint(file)), e);
        } catch (RuntimeException e) {
            // The library takes some things for granted that protoc would not write.
            throw new IdlException("%s: not a valid descriptor: %s".formatted(name, e.getMessage()), e);
        }
    }

    private String hint(FileDescriptorProto file) {
        List<String> absent = file.getDependencyList().stream()
                .filter(name -> !protos.containsKey(name) && !name.equals(KnownFiles.DESCRIPTOR))
                .toList();
        return absent.isEmpty()
                ? ""
                : " It imports %s, which is missing. %s".formatted(String.join(", ", absent), missing.remedy());
    }

    private FileDescriptor dependency(String name) {
        FileDescriptor file = linked.get(name);
        if (file == null) throw new IllegalStateException(name + " is linked after what imports it");
        return file;
    }

    private static FileDescriptor known(String name) {
        FileDescriptor file = KnownFiles.find(name);
        if (file == null) throw new IllegalStateException(name);
        return file;
    }
}
