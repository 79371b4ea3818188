package dev.perigee.codegen.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.perigee.codegen.settings.ScalarSetting;
import dev.perigee.codegen.settings.Setting;
import dev.perigee.schema.ScalarType;
import dev.perigee.schema.Schema;
import dev.perigee.schema.Suggestions;
import dev.perigee.schema.TextCoercion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** The classes that scalars are mapped to, and their coercions. */
public final class ScalarClasses {
    /** The methods of Java by which text becomes a value whose {@code toString} is that text again. */
    private static final Map<String, String> FROM_TEXT = Map.ofEntries(
            Map.entry("java.time.Instant", "parse"),
            Map.entry("java.time.LocalDate", "parse"),
            Map.entry("java.time.LocalTime", "parse"),
            Map.entry("java.time.LocalDateTime", "parse"),
            Map.entry("java.time.OffsetDateTime", "parse"),
            Map.entry("java.time.OffsetTime", "parse"),
            Map.entry("java.time.ZonedDateTime", "parse"),
            Map.entry("java.time.Duration", "parse"),
            Map.entry("java.time.Period", "parse"),
            Map.entry("java.time.Year", "parse"),
            Map.entry("java.time.YearMonth", "parse"),
            Map.entry("java.time.MonthDay", "parse"),
            Map.entry("java.time.ZoneId", "of"),
            Map.entry("java.util.UUID", "fromString"),
            Map.entry("java.net.URI", "create"));

    /** What the built-in scalars may be read as. */
    private static final Map<String, Set<String>> OF_BUILT_IN = Map.of(
            "ID", Set.of("java.lang.String", "java.util.UUID", "java.lang.Long", "java.lang.Integer"),
            "Int", Set.of("java.lang.Integer", "java.lang.Long"),
            "Float", Set.of("java.lang.Double", "java.math.BigDecimal"));

    private final Schema schema;
    private final ExistingClasses classes;
    private final List<String> problems;
    private final Map<String, ClassName> names = new LinkedHashMap<>();
    private final Map<String, CodeBlock> coercions = new LinkedHashMap<>();

    /** @param problems is added to */
    public ScalarClasses(
            Schema schema, ExistingClasses classes, Map<String, ScalarSetting> settings, List<String> problems) {
        this.schema = schema;
        this.classes = classes;
        this.problems = problems;
        settings.forEach(this::add);
    }

    public Map<String, ClassName> names() {
        return names;
    }

    /** Expressions, by the names of the scalars, in the order of the settings. */
    public Map<String, CodeBlock> coercions() {
        return coercions;
    }

    private void add(String name, ScalarSetting setting) {
        Setting type = setting.type();
        TypeElement java = classes.find(type.value());
        if (!(schema.type(name) instanceof ScalarType scalar)) {
            List<String> scalars = schema.types().stream()
                    .filter(each -> each instanceof ScalarType)
                    .map(each -> ((ScalarType) each).name())
                    .toList();
            problems.add(type.place() + "There is no scalar \"" + name + "\"." + Suggestions.didYouMean(name, scalars));
        } else if (java == null) {
            problems.add(type.place() + "There is no class " + type.value()
                    + ", neither in the sources nor on the class path.");
        } else if (scalar.isBuiltIn()) {
            addBuiltIn(scalar, type);
        } else {
            names.put(name, ClassName.get(java));
            CodeBlock coercion = coercion(scalar, java, setting);
            if (coercion != null) coercions.put(name, coercion);
        }
    }

    private void addBuiltIn(ScalarType scalar, Setting type) {
        Set<String> possible = OF_BUILT_IN.getOrDefault(scalar.name(), Set.of());
        if (possible.contains(type.value())) {
            names.put(scalar.name(), ClassName.bestGuess(type.value()));
            return;
        }
        problems.add(type.place() + scalar.name() + " can't be " + type.value() + " in Java"
                + (possible.isEmpty()
                        ? "."
                        : ", but one of "
                                + String.join(", ", possible.stream().sorted().toList()) + "."));
    }

    private @Nullable CodeBlock coercion(ScalarType scalar, TypeElement java, ScalarSetting setting) {
        Setting coercion = setting.coercion();
        if (coercion != null) return made(coercion);
        String parse = FROM_TEXT.get(java.getQualifiedName().toString());
        ClassName name = ClassName.get(java);
        if (parse != null)
            return CodeBlock.of("new $T<>($S, $T.class, $T::$L)", TextCoercion.class, scalar.name(), name, name, parse);
        problems.add(setting.type().place() + "How " + scalar.name() + " becomes " + java.getQualifiedName()
                + " is not known. Name a coercion: \"" + scalar.name() + ": {type: " + java.getQualifiedName()
                + ", coercion: com.example.MyCoercion}\".");
        return null;
    }

    private @Nullable CodeBlock made(Setting coercion) {
        TypeElement java = classes.find(coercion.value());
        TypeElement contract = classes.find("dev.perigee.schema.Coercion");
        if (java == null) {
            problems.add(coercion.place() + "There is no class " + coercion.value()
                    + ", neither in the sources nor on the class path.");
            return null;
        }
        boolean isCoercion = contract == null || classes.types().isAssignable(java.asType(), contract.asType());
        boolean canBeMade = java.getModifiers().contains(Modifier.PUBLIC)
                && ElementFilter.constructorsIn(java.getEnclosedElements()).stream()
                        .anyMatch(ScalarClasses::isPlain);
        if (isCoercion && canBeMade) return CodeBlock.of("new $T()", ClassName.get(java));
        problems.add(coercion.place()
                + coercion.value()
                + (isCoercion
                        ? " needs to be public, with a public constructor without parameters."
                        : " is no Coercion."));
        return null;
    }

    private static boolean isPlain(ExecutableElement constructor) {
        return constructor.getParameters().isEmpty()
                && constructor.getModifiers().contains(Modifier.PUBLIC);
    }
}
