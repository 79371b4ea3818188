package dev.perigee.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.codegen.code.SourceFile;
import dev.perigee.codegen.settings.GeneratorOverrides;
import dev.perigee.codegen.settings.GeneratorSettings;
import dev.perigee.codegen.settings.GeneratorSettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A case is a folder with a {@code perigee.yaml}, a schema, and maybe classes in {@code src/main/java}; what is generated of it
 * lies in {@code expected}, and compiles together with the classes. {@code -Dgolden.update} rewrites what differs.
 */
class GoldenCodeTest {
    private static final Path CASES = Path.of("src/test/resources/dev/perigee/codegen/cases");

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void generated(Path folder, @TempDir Path classes) throws Exception {
        GeneratorSettings settings = GeneratorSettingsReader.read(folder, GeneratorOverrides.NONE);
        Path expected = folder.resolve("expected");
        Map<String, String> files = new TreeMap<>();
        for (SourceFile file : Generator.generate(settings).files()) files.put(file.path(), file.text());
        if (isUpdate()) update(expected, files);
        assertThat(files).isEqualTo(read(expected));
        CompiledSources.check(classes, expected, folder.resolve("src/main/java"));
    }

    private static boolean isUpdate() {
        String update = System.getProperty("golden.update");
        return update != null && !update.equals("false");
    }

    private static void update(Path expected, Map<String, String> files) throws IOException {
        for (String old : read(expected).keySet()) if (!files.containsKey(old)) Files.delete(expected.resolve(old));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = expected.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) return files;
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(found::add);
        }
        for (Path file : found)
            files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        return files;
    }
}
