package dev.perigee.codegen;

import com.palantir.javapoet.ClassName;
import dev.perigee.codegen.binding.Binder;
import dev.perigee.codegen.binding.ExistingClasses;
import dev.perigee.codegen.binding.ScalarClasses;
import dev.perigee.codegen.code.SourceFile;
import dev.perigee.codegen.server.ServerCode;
import dev.perigee.codegen.server.ServerModel;
import dev.perigee.codegen.settings.CodegenException;
import dev.perigee.codegen.settings.GeneratorSettings;
import dev.perigee.data.SourcedSchema;
import dev.perigee.language.Source;
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
        List<String> problems = new ArrayList<>();
        GeneratedFiles files = ExistingClasses.read(
                settings.sources(), settings.classPath(), classes -> generate(settings, schema, classes, problems));
        if (!problems.isEmpty()) throw new CodegenException(problems);
        return files;
    }

    /** Generates and writes what has changed; does nothing if all is as it was. */
    public static Outcome update(GeneratorSettings settings) throws CodegenException, IOException {
        Output output = Output.in(settings.output());
        String fingerprint = Fingerprint.of(settings);
        if (output.isCurrent(fingerprint)) return Outcome.CURRENT;
        return output.write(generate(settings), fingerprint, settings.skeletons());
    }

    private static GeneratedFiles generate(
            GeneratorSettings settings, Schema schema, ExistingClasses classes, List<String> problems) {
        ScalarClasses scalars = new ScalarClasses(schema, classes, settings.scalars(), problems);
        Binder binder = new Binder(schema, classes, problems);
        Map<String, TypeElement> existing = binder.find(settings.types(), settings.autobind());
        Map<String, ClassName> names = new LinkedHashMap<>();
        existing.forEach((type, java) -> names.put(type, ClassName.get(java)));
        ServerModel model = new ServerModel(schema, settings.packageName(), names, scalars.names());
        model.bind(binder.bind(existing, model.types(), model.input(), settings.resolvers()), settings.resolvers());

        ServerCode code = new ServerCode(model, scalars.coercions());
        problems.addAll(code.problems());
        if (!problems.isEmpty()) return new GeneratedFiles(List.of(), List.of());
        List<SourceFile> files = new ArrayList<>(code.files());
        if (!classes.hasPackageInfo(settings.packageName()))
            files.add(SourceFile.packageInfo(settings.packageName(), "The graph of the schema, in Java."));
        return new GeneratedFiles(
                files, settings.skeletons() == null ? List.of() : code.skeletons(settings.packageName()));
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
