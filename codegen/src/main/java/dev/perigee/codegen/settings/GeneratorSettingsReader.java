package dev.perigee.codegen.settings;

import dev.perigee.settings.FilePattern;
import dev.perigee.settings.Problems;
import dev.perigee.settings.SettingsGroup;
import dev.perigee.settings.SettingsGroup.Text;
import dev.perigee.settings.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Reads what {@code perigee.yaml} says of generating: its {@code schema}, which is also that of the server, and its section
 * {@code generate}. {@code docs/guide/codegen.md} lists what may be in it.
 */
public final class GeneratorSettingsReader {
    private static final String FILE_NAME = "perigee.yaml";
    private static final String A_CLASS = "a class by its whole name, such as com.example.Todo";

    private final Path directory;
    private final GeneratorOverrides overrides;
    private final Problems problems;

    private GeneratorSettingsReader(Path directory, GeneratorOverrides overrides, Problems problems) {
        this.directory = directory;
        this.overrides = overrides;
        this.problems = problems;
    }

    /**
     * Reads the settings of a folder.
     *
     * @throws CodegenException with everything that is wrong
     * @throws IOException if a file can't be read
     */
    public static GeneratorSettings read(Path directory, GeneratorOverrides overrides)
            throws CodegenException, IOException {
        Path file = directory.resolve(FILE_NAME);
        if (!Files.exists(file))
            throw new CodegenException(List.of("There is no " + file + ". Make one that says what is to be generated:\n"
                    + "    schema: schema.graphqls\n"
                    + "    generate: {package: com.example.graph}"));
        Problems problems = new Problems(file);
        MappingNode mapping = Yaml.read(file, problems);
        problems.check(CodegenException::new);
        GeneratorSettings settings =
                new GeneratorSettingsReader(directory, overrides, problems).read(new SettingsGroup(mapping, problems));
        problems.check(CodegenException::new);
        return settings;
    }

    private GeneratorSettings read(SettingsGroup all) throws IOException {
        if (!all.has("schema"))
            problems.add(1, 1, "The setting \"schema\" is missing. It names files, such as schema/*.graphqls.");
        List<Path> schema = files(all.texts("schema", "files, such as schema.graphqls or schema/*.graphqls"));
        SettingsGroup generate = all.group("generate");
        String packageName = generate.text("package", "the name of a package, such as com.example.graph");
        ClientSettings client = generate.has("client") ? client(generate, generate.group("client")) : null;
        if (packageName == null && client == null && (!all.has("generate") || all.isGroup("generate")))
            missingPackage(all);
        String output = generate.text("output", "a folder, such as target/generated-sources/perigee");
        String skeletons = generate.text("skeletons", "a folder of sources, such as src/main/java");
        GeneratorSettings settings = new GeneratorSettings(
                schema,
                packageName,
                overrides.output() != null
                        ? overrides.output()
                        : directory.resolve(output == null ? "target/generated-sources/perigee" : output),
                sources(generate),
                classPath(generate),
                settings(generate.texts("autobind", "packages, such as com.example.todo")),
                types(generate.group("types")),
                scalars(generate.group("scalars")),
                resolvers(generate.group("resolvers")),
                overrides.skeletons() != null
                        ? overrides.skeletons()
                        : skeletons == null ? null : directory.resolve(skeletons),
                client);
        generate.rejectUnknown();
        return settings;
    }

    private ClientSettings client(SettingsGroup generate, SettingsGroup client) throws IOException {
        String packageName = client.text("package", "the name of a package, such as com.example.client");
        if (generate.isGroup("client") && !client.has("package"))
            problems.add(
                    generate.place("client"), "\"client\" needs \"package\", the name of the package of its classes.");
        String documents = client.text("documents", "a file, such as target/documents.json");
        ClientSettings settings = new ClientSettings(
                packageName == null ? "generated" : packageName,
                files(client.texts("operations", "files, such as graphql/*.graphql")),
                client.flag("selections", false),
                documents == null ? null : directory.resolve(documents));
        client.rejectUnknown();
        return settings;
    }

    private void missingPackage(SettingsGroup all) {
        String message = "\"generate\" needs \"package\", the name of the package of what is generated.";
        if (all.has("generate")) problems.add(all.place("generate"), message);
        else problems.add(1, 1, message);
    }

    private List<Path> sources(SettingsGroup generate) {
        List<Path> sources = new ArrayList<>();
        for (Text folder : generate.texts("sources", "folders of Java sources, such as src/main/java")) {
            Path path = directory.resolve(folder.value());
            if (Files.isDirectory(path)) sources.add(path);
            else problems.add(folder.node(), "There is no folder " + path + ".");
        }
        Path usual = directory.resolve("src/main/java");
        return !generate.has("sources") && Files.isDirectory(usual) ? List.of(usual) : sources;
    }

    private List<Path> classPath(SettingsGroup generate) throws IOException {
        List<Path> classPath =
                new ArrayList<>(files(generate.texts("classPath", "jars or class folders, such as target/lib/*.jar")));
        classPath.addAll(overrides.classPath());
        return classPath;
    }

    private Map<String, Setting> types(SettingsGroup group) {
        Map<String, Setting> types = new LinkedHashMap<>();
        for (Text name : group.names()) {
            Setting setting = setting(group, name, A_CLASS);
            if (setting != null) types.put(name.value(), setting);
        }
        return types;
    }

    private Map<String, ScalarSetting> scalars(SettingsGroup group) {
        Map<String, ScalarSetting> scalars = new LinkedHashMap<>();
        for (Text name : group.names()) {
            if (group.isGroup(name.value())) {
                SettingsGroup scalar = group.group(name.value());
                String type = scalar.text("type", A_CLASS);
                String coercion = scalar.text("coercion", A_CLASS);
                scalar.rejectUnknown();
                String place = problems.place(name.node());
                if (type == null)
                    problems.add(name.node(), "\"" + name.value() + "\" needs a \"type\", " + A_CLASS + ".");
                else
                    scalars.put(
                            name.value(),
                            new ScalarSetting(
                                    new Setting(type, place), coercion == null ? null : new Setting(coercion, place)));
            } else {
                Setting setting = setting(group, name, A_CLASS);
                if (setting != null) scalars.put(name.value(), new ScalarSetting(setting, null));
            }
        }
        return scalars;
    }

    private Map<String, ResolverSetting> resolvers(SettingsGroup group) {
        Map<String, ResolverSetting> resolvers = new LinkedHashMap<>();
        for (Text name : group.names()) {
            ResolverKind kind = group.choice(name.value(), ResolverKind.BATCHED);
            resolvers.put(name.value(), new ResolverSetting(kind, problems.place(name.node())));
        }
        return resolvers;
    }

    private @Nullable Setting setting(SettingsGroup group, Text name, String expected) {
        String value = group.text(name.value(), expected);
        return value == null ? null : new Setting(value, problems.place(name.node()));
    }

    private List<Setting> settings(List<Text> texts) {
        return texts.stream()
                .map(text -> new Setting(text.value(), problems.place(text.node())))
                .toList();
    }

    /** All that the patterns match, each once, in their order. */
    private List<Path> files(List<Text> patterns) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        for (Text pattern : patterns) {
            List<Path> matching = FilePattern.find(directory, pattern.value());
            if (matching.isEmpty())
                problems.add(pattern.node(), "Nothing in " + directory + " is \"" + pattern.value() + "\".");
            files.addAll(matching);
        }
        return new ArrayList<>(files);
    }
}
