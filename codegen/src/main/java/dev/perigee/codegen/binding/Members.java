package dev.perigee.codegen.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The public members of a class, what it inherits included. */
final class Members {
    private final List<ExecutableElement> methods;
    private final List<VariableElement> fields;

    Members(TypeElement type, Elements elements) {
        List<Element> visible = new ArrayList<>();
        for (Element member : elements.getAllMembers(type)) {
            if (member.getModifiers().contains(Modifier.PUBLIC)) visible.add(member);
        }
        methods = ElementFilter.methodsIn(visible);
        fields = ElementFilter.fieldsIn(visible);
    }

    /** {@code name()}, {@code getName()}, {@code isName()} or the field, in this order, as the engine reads properties. */
    @Nullable Element property(String name) {
        for (String candidate : List.of(name, prefixed("get", name), prefixed("is", name))) {
            ExecutableElement method = method(candidate);
            if (method != null) return method;
        }
        for (VariableElement field : fields) {
            if (field.getSimpleName().contentEquals(name) && !isStatic(field)) return field;
        }
        return null;
    }

    private @Nullable ExecutableElement method(String name) {
        for (ExecutableElement method : methods) {
            boolean fits = method.getSimpleName().contentEquals(name)
                    && method.getParameters().isEmpty()
                    && !isStatic(method)
                    && method.getReturnType().getKind() != TypeKind.VOID
                    && !isOfObject(method);
            if (fits) return method;
        }
        return null;
    }

    /** Methods with one parameter that takes what is set, by any of these names. */
    @Nullable ExecutableElement taking(String... names) {
        for (String name : names) {
            for (ExecutableElement method : methods) {
                boolean fits = method.getSimpleName().contentEquals(name)
                        && method.getParameters().size() == 1
                        && !isStatic(method);
                if (fits) return method;
            }
        }
        return null;
    }

    /** A method without parameters. */
    @Nullable ExecutableElement giving(String name, boolean isStatic) {
        for (ExecutableElement method : methods) {
            boolean fits = method.getSimpleName().contentEquals(name)
                    && method.getParameters().isEmpty()
                    && isStatic(method) == isStatic;
            if (fits) return method;
        }
        return null;
    }

    boolean isUnique(ExecutableElement method) {
        return methods.stream()
                        .filter(other -> other.getSimpleName().equals(method.getSimpleName()))
                        .count()
                == 1;
    }

    /** The names that a field may have, for who looks for a near one. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (ExecutableElement method : methods) {
            if (method.getParameters().isEmpty() && !isOfObject(method))
                names.add(method.getSimpleName().toString());
        }
        return names;
    }

    static String prefixed(String prefix, String name) {
        return prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static boolean isOfObject(ExecutableElement method) {
        return method.getEnclosingElement() instanceof TypeElement owner
                && owner.getQualifiedName().contentEquals("java.lang.Object");
    }

    private static boolean isStatic(Element member) {
        return member.getModifiers().contains(Modifier.STATIC);
    }
}
