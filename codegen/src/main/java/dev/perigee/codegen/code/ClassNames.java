package dev.perigee.codegen.code;

import com.palantir.javapoet.ClassName;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names of the classes of one package. None is there twice, also not where files are found without regard to case, and
 * none hides what generated code uses of {@code java.lang}. For one thread.
 */
public final class ClassNames {
    private static final Set<String> OF_THE_LANGUAGE = Set.of(
            "boolean",
            "byte",
            "charsequence",
            "deprecated",
            "double",
            "enum",
            "exception",
            "float",
            "integer",
            "iterable",
            "long",
            "object",
            "override",
            "record",
            "safevarargs",
            "short",
            "string",
            "suppresswarnings",
            "void");

    private final String packageName;
    private final Set<String> taken = new HashSet<>(OF_THE_LANGUAGE);

    public ClassNames(String packageName) {
        this.packageName = packageName;
    }

    /** A class of this name, or of the name with as many underscores as make it free. */
    public ClassName add(String name) {
        String free = JavaNames.type(name);
        while (!taken.add(free.toLowerCase(Locale.ROOT))) free += "_";
        return ClassName.get(packageName, free);
    }
}
