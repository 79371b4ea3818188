package dev.perigee.grpc.idl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a compiler needs to know of proto files: all that take part, and the folders that their imports start from. Is
 * found by reading no more of the files than their imports and packages. What is not found is left to the compiler,
 * which says so with its place. Immutable.
 */
final class ProtoSources {
    /** Of a folder that may hold anything. */
    private static final int DEEPEST_FOLDER = 40;

    private final IdlLimits limits;
    private final Set<Path> files = new TreeSet<>();
    private final Set<Path> roots = new LinkedHashSet<>();
    private final Set<Path> all = new TreeSet<>();
    private final Map<String, byte[]> bundled = new LinkedHashMap<>();

    private ProtoSources(IdlLimits limits) {
        this.limits = limits;
    }

    static ProtoSources find(List<Path> given, List<Path> includes, IdlLimits limits) throws IdlException {
        ProtoSources sources = new ProtoSources(limits);
        for (Path include : includes) sources.addRoot(include);
        for (Path path : given) sources.addGiven(path);
        if (sources.files.isEmpty()) throw new IdlException("No .proto files.");
        sources.followImports();
        return sources;
    }

    /** Those to compile. */
    Set<Path> files() {
        return files;
    }

    /** Where imports start from, the first one first. */
    Set<Path> roots() {
        return roots;
    }

    /** Those to compile and those that they import, but for the bundled ones. */
    Set<Path> all() {
        return all;
    }

    /** Files that come with Perigee, and are imported by others; by the name that they are imported by. */
    Map<String, byte[]> bundled() {
        return bundled;
    }

    private void addRoot(Path include) throws IdlException {
        if (!Files.isDirectory(include)) throw new IdlException("%s: no folder to import from.".formatted(include));
        roots.add(include.toAbsolutePath().normalize());
    }

    private void addGiven(Path given) throws IdlException {
        Path path = given.toAbsolutePath().normalize();
        if (Files.isRegularFile(path)) {
            files.add(path);
            return;
        }
        if (!Files.isDirectory(path)) throw new IdlException("%s: there is no such file or folder.".formatted(given));
        int before = files.size();
        try (Stream<Path> below = Files.walk(path, DEEPEST_FOLDER)) {
            below.filter(file -> file.toString().endsWith(".proto") && Files.isRegularFile(file))
                    .limit(limits.maxFiles() + 1L)
                    .forEach(files::add);
        } catch (IOException e) {
            throw new IdlException("%s: %s".formatted(given, IdlFiles.reason(e)), e);
        }
        if (files.size() == before) throw new IdlException("%s: no .proto files in it.".formatted(given));
    }

    private void followImports() throws IdlException {
        Deque<Path> toDo = new ArrayDeque<>(files);
        all.addAll(files);
        long bytes = 0;
        while (!toDo.isEmpty()) {
            Path file = toDo.remove();
            byte[] text = IdlFiles.read(file, limits.maxBytes());
            bytes += text.length;
            limits.check(all.size(), bytes, file.toString());
            for (String name : ProtoText.imports(text)) {
                Path imported = locate(name, file);
                if (imported == null) addBundled(name);
                else if (all.add(imported)) toDo.add(imported);
            }
        }
        for (Path file : files) if (roots.stream().noneMatch(file::startsWith)) roots.add(rootByPackage(file));
    }

    private @Nullable Path locate(String name, Path importer) {
        for (Path root : roots) {
            Path found = below(root, name);
            if (found != null) return found;
        }
        for (Path above = importer.getParent(); above != null; above = above.getParent()) {
            Path found = below(above, name);
            if (found == null) continue;
            roots.add(above);
            return found;
        }
        return null;
    }

    private static @Nullable Path below(Path folder, String name) {
        Path file = folder.resolve(name).normalize();
        return file.startsWith(folder) && Files.isRegularFile(file) ? file : null;
    }

    private void addBundled(String first) throws IdlException {
        Deque<String> toDo = new ArrayDeque<>(List.of(first));
        while (!toDo.isEmpty()) {
            String name = toDo.remove();
            byte[] text = bundled.containsKey(name) ? null : BundledProtos.find(name);
            if (text == null) continue;
            bundled.put(name, text);
            toDo.addAll(ProtoText.imports(text));
        }
    }

    /** Most folders are named as the packages in them: {@code acme/v1/users.proto} of {@code acme.v1}. */
    private static Path rootByPackage(Path file) throws IdlException {
        Path folder = file.getParent();
        if (folder == null) throw new IdlException("%s: not a file in a folder.".formatted(file));
        Path packageFolder = Path.of(ProtoText.packageName(IdlFiles.read(file, Integer.MAX_VALUE - 8))
                .replace('.', '/'));
        if (!folder.endsWith(packageFolder)) return folder;
        Path root = folder;
        for (int i = 0; i < packageFolder.getNameCount() && root.getParent() != null; i++) root = root.getParent();
        return root;
    }
}
