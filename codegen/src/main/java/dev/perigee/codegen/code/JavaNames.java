package dev.perigee.codegen.code;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Names of GraphQL as names of Java: the same, as far as Java lets them. */
public final class JavaNames {
    /** What {@link Object} and {@link Record} have: no component may be called so, nor a method without parameters. */
    private static final Set<String> METHODS_OF_OBJECTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private JavaNames() {}

    /**
     * Of a record component, method or parameter: {@code class} becomes {@code class_}, and {@code class_} becomes
     * {@code class__}, so that names that differ stay different.
     */
    public static String member(String name) {
        String bare = withoutUnderscores(name);
        boolean isFree = SourceVersion.isIdentifier(bare)
                && !SourceVersion.isKeyword(bare)
                && !METHODS_OF_OBJECTS.contains(bare);
        return isFree ? name : name + "_";
    }

    /** Of a parameter beside others that are there already. */
    public static String member(String name, Set<String> taken) {
        String free = member(name);
        while (taken.contains(free)) free += "_";
        return free;
    }

    /** Of an enum constant. */
    public static String constant(String name) {
        String bare = withoutUnderscores(name);
        return bare.isEmpty() || SourceVersion.isKeyword(bare) ? name + "_" : name;
    }

    private static String withoutUnderscores(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == '_') end--;
        return name.substring(0, end);
    }

    /** Of a class: with a capital. */
    public static String type(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Of what holds a value of a class: {@code todoItem} of {@code TodoItem}, {@code url} of {@code URL}. */
    public static String variable(String typeName) {
        int capitals = 0;
        while (capitals < typeName.length() && Character.isUpperCase(typeName.charAt(capitals))) capitals++;
        int lowered = capitals == typeName.length() ? capitals : Math.max(1, capitals - 1);
        return member(typeName.substring(0, lowered).toLowerCase(Locale.ROOT) + typeName.substring(lowered));
    }

    /** Of what holds several: {@code todos}, {@code categories}. */
    public static String plural(String variable) {
        if (variable.endsWith("y")
                && variable.length() > 1
                && "aeiou".indexOf(variable.charAt(variable.length() - 2)) < 0)
            return variable.substring(0, variable.length() - 1) + "ies";
        boolean hisses =
                variable.endsWith("s") || variable.endsWith("x") || variable.endsWith("ch") || variable.endsWith("sh");
        return variable + (hisses ? "es" : "s");
    }
}
