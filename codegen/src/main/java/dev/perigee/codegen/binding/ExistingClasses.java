package dev.perigee.codegen.binding;

import dev.perigee.codegen.settings.CodegenException;
import dev.perigee.data.Given;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The user's classes as javac sees them, whether compiled or in sources. Sources are not compiled: only what they declare
 * is read, so that they may use classes that are yet to be generated. Valid during {@link #read} alone.
 */
public final class ExistingClasses {
    private final Elements elements;
    private final Types types;
    private final List<TypeElement> inSources;

    ExistingClasses(Elements elements, Types types, List<TypeElement> inSources) {
        this.elements = elements;
        this.types = types;
        this.inSources = inSources;
    }

    /**
     * Reads the classes.
     *
     * @param use is called once
     * @throws CodegenException if the sources are no Java
     */
    public static <T> T read(List<Path> sources, List<Path> classPath, Function<ExistingClasses, T> use)
            throws CodegenException, IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null)
            throw new CodegenException(List.of("This Java has no compiler. Run on a JDK instead of a JRE."));
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            ClassReader<T> reader = new ClassReader<>(use);
            List<Path> units = javaFiles(sources);
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    diagnostics,
                    options(classPath),
                    units.isEmpty() ? List.of("java.lang.Object") : null,
                    files.getJavaFileObjectsFromPaths(units));
            task.setProcessors(List.of(reader));
            task.call();
            T result = reader.result();
            if (result == null) throw new CodegenException(errors(diagnostics));
            return result;
        }
    }

    private static List<String> options(List<Path> classPath) {
        List<String> entries =
                new ArrayList<>(classPath.stream().map(Path::toString).toList());
        for (Class<?> own : List.of(Given.class, Nullable.class))
            entries.add(place(own)); // what classes may use of ours
        String path = String.join(File.pathSeparator, entries);
        return List.of(
                "-proc:only",
                "-classpath",
                path,
                "-sourcepath",
                "", // else it would be the class path
                "-implicit:none",
                "-Xlint:none",
                "-XDaddTypeAnnotationsToSymbol=true"); // up to JDK 21, needed for annotations of types in class files
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Classes are in files", e);
        }
    }

    private static List<Path> javaFiles(List<Path> folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) continue;
            try (Stream<Path> files = Files.walk(folder)) {
                // as part of a module, classes would not see the class path
                files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static List<String> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
        List<String> errors = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> each : diagnostics.getDiagnostics()) {
            if (each.getKind() != Diagnostic.Kind.ERROR) continue;
            String place = each.getSource() == null
                    ? ""
                    : each.getSource().getName() + ":" + each.getLineNumber() + ":" + each.getColumnNumber() + ": ";
            errors.add(place + each.getMessage(Locale.ROOT).lines().findFirst().orElse("not valid Java"));
        }
        return errors.isEmpty() ? List.of("The Java compiler could not be run.") : errors;
    }

    Types types() {
        return types;
    }

    Elements elements() {
        return elements;
    }

    /** A class by its whole name, null if there is none. */
    public @Nullable TypeElement find(String name) {
        return elements.getTypeElement(name);
    }

    /** Whether a package has any class, in the sources or on the class path. */
    boolean hasPackage(String name) {
        PackageElement known = elements.getPackageElement(name);
        return known != null && !known.getEnclosedElements().isEmpty();
    }

    /** The public classes of a package with a simple name, nested ones included. */
    List<TypeElement> inPackage(String packageName, String simpleName) {
        List<TypeElement> found = new ArrayList<>();
        PackageElement known = elements.getPackageElement(packageName);
        if (known == null) return found;
        for (TypeElement type : ElementFilter.typesIn(known.getEnclosedElements())) add(type, simpleName, found);
        return found;
    }

    private static void add(TypeElement type, String simpleName, List<TypeElement> found) {
        if (!type.getModifiers().contains(Modifier.PUBLIC)) return;
        if (type.getSimpleName().contentEquals(simpleName)) found.add(type);
        for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) add(nested, simpleName, found);
    }

    /** Whether a package says something of itself in the sources. */
    public boolean hasPackageInfo(String name) {
        for (TypeElement type : inSources) {
            boolean says = type.getEnclosingElement() instanceof PackageElement own
                    && own.getQualifiedName().contentEquals(name)
                    && !own.getAnnotationMirrors().isEmpty();
            if (says) return true;
        }
        return false;
    }
}
