package dev.perigee.codegen;

import com.palantir.javapoet.ClassName;
import dev.perigee.codegen.binding.Binder;
import dev.perigee.codegen.binding.ExistingClasses;
import dev.perigee.codegen.binding.ScalarClasses;
import dev.perigee.codegen.client.ClientCode;
import dev.perigee.codegen.client.DocumentManifest;
import dev.perigee.codegen.client.Documents;
import dev.perigee.codegen.code.InputCode;
import dev.perigee.codegen.code.JavaTypes;
import dev.perigee.codegen.code.SourceFile;
import dev.perigee.codegen.server.ServerCode;
import dev.perigee.codegen.server.ServerModel;
import dev.perigee.codegen.settings.ClientSettings;
import dev.perigee.codegen.settings.CodegenException;
import dev.perigee.codegen.settings.GeneratorSettings;
import dev.perigee.data.SourcedSchema;
import dev.perigee.language.Source;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.Schema;
import dev.perigee.schema.SchemaException;
import dev.perigee.schema.SchemaProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Makes Java of a schema. */
public final class Generator {
    private Generator() {}

    /**
     * Generates, and writes nothing.
     *
     * @throws CodegenException with all that is wrong with schema, settings or classes
     * @throws IOException if a file can't be read
     */
    public static GeneratedFiles generate(GeneratorSettings settings) throws CodegenException, IOException {
        Schema schema = schema(settings.schema());
        SettingsCheck.check(settings, schema);
        ClientSettings client = settings.client();
        Documents documents = client == null ? null : Documents.read(schema, client.operations());
        List<String> problems = new ArrayList<>();
        GeneratedFiles files = ExistingClasses.read(
                settings.sources(),
                settings.classPath(),
                classes -> generate(settings, schema, documents, classes, problems));
        if (!problems.isEmpty()) throw new CodegenException(problems);
        return files;
    }

    /** Generates and writes what has changed; does nothing if all is as it was. */
    public static Outcome update(GeneratorSettings settings) throws CodegenException, IOException {
        Output output = Output.in(settings.output());
        String fingerprint = Fingerprint.of(settings);
        Path documents = settings.client() == null ? null : settings.client().documents();
        if (output.isCurrent(fingerprint) && (documents == null || Files.exists(documents))) return Outcome.CURRENT;
        GeneratedFiles files = generate(settings);
        if (documents != null && files.documents() != null) write(documents, files.documents());
        return output.write(files, fingerprint, settings.skeletons());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    private static GeneratedFiles generate(
            GeneratorSettings settings,
            Schema schema,
            @Nullable Documents documents,
            ExistingClasses classes,
            List<String> problems) {
        ScalarClasses scalars = new ScalarClasses(schema, classes, settings.scalars(), problems);
        Binder binder = new Binder(schema, classes, problems);
        Map<String, TypeElement> existing = binder.find(settings.types(), settings.autobind());
        ServerCode server = server(settings, schema, scalars, binder, existing);
        if (server != null) problems.addAll(server.problems());
        if (!problems.isEmpty()) return new GeneratedFiles(List.of(), List.of(), null);
        List<SourceFile> files = new ArrayList<>();
        List<SourceFile> skeletons = List.of();
        String packageName = settings.packageName();
        if (server != null && packageName != null) {
            files.addAll(server.files());
            addPackageInfo(packageName, "The graph of the schema, in Java.", classes, files);
            if (settings.skeletons() != null) skeletons = server.skeletons(packageName);
        }
        String manifest = null;
        if (settings.client() != null && documents != null) {
            ClientCode client = client(settings.client(), schema, documents, scalars, binder, existing, problems);
            files.addAll(client.files());
            addPackageInfo(settings.client().packageName(), "Operations of a client.", classes, files);
            if (settings.client().documents() != null)
                manifest = DocumentManifest.of(client.texts().values());
        }
        return new GeneratedFiles(files, skeletons, manifest);
    }

    private static @Nullable ServerCode server(
            GeneratorSettings settings,
            Schema schema,
            ScalarClasses scalars,
            Binder binder,
            Map<String, TypeElement> existing) {
        if (settings.packageName() == null) return null;
        ServerModel model = new ServerModel(schema, settings.packageName(), names(existing), scalars.names());
        model.bind(binder.bind(existing, model.types(), model.input(), settings.resolvers()), settings.resolvers());
        return new ServerCode(model, scalars.coercions());
    }

    /** Of the classes that are there, a client uses the enums: results have the shape of what is selected. */
    private static ClientCode client(
            ClientSettings settings,
            Schema schema,
            Documents documents,
            ScalarClasses scalars,
            Binder binder,
            Map<String, TypeElement> existing,
            List<String> problems) {
        Map<String, TypeElement> enums = new LinkedHashMap<>(existing);
        enums.keySet().removeIf(type -> !(schema.type(type) instanceof EnumType));
        JavaTypes types = new JavaTypes(Map.of());
        binder.bind(enums, types, new InputCode(types, Map.of()), Map.of());
        return new ClientCode(
                schema, settings, documents, names(enums), scalars.names(), scalars.coercions(), problems);
    }

    private static Map<String, ClassName> names(Map<String, TypeElement> existing) {
        Map<String, ClassName> names = new LinkedHashMap<>();
        existing.forEach((type, java) -> names.put(type, ClassName.get(java)));
        return names;
    }

    private static void addPackageInfo(
            String packageName, String description, ExistingClasses classes, List<SourceFile> files) {
        if (!classes.hasPackageInfo(packageName)) files.add(SourceFile.packageInfo(packageName, description));
    }

    private static Schema schema(List<Path> files) throws CodegenException, IOException {
        List<Source> sources = new ArrayList<>();
        for (Path file : files) sources.add(Source.of(file.toString(), Files.readAllBytes(file)));
        try {
            return SourcedSchema.reader(List.of(), sources).read();
        } catch (SchemaException e) {
            throw new CodegenException(
                    e.problems().stream().map(SchemaProblem::toString).toList());
        }
    }
}
