package dev.perigee.codegen.binding;

import java.util.List;
import java.util.Set;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What a class says of null: by annotations of any maker, known by their simple names, and by {@code @NullMarked} of the
 * package or class. A class that says nothing may mean either.
 *
 * @see <a href="https://jspecify.dev/docs/spec/">JSpecify</a>
 */
enum Nullness {
    NON_NULL,
    NULLABLE,
    UNKNOWN;

    private static final Set<String> NULLABLE_NAMES = Set.of("Nullable", "CheckForNull");
    private static final Set<String> NON_NULL_NAMES = Set.of("NonNull", "Nonnull", "NotNull");

    /** Of a member or parameter with its type. */
    static Nullness of(TypeMirror type, Element member) {
        Nullness declared = annotated(List.of(type, member));
        return declared == null ? inScope(type, member) : declared;
    }

    /** Of a type argument that stands in a member. */
    static Nullness ofArgument(TypeMirror type, Element member) {
        Nullness declared = annotated(List.of(type));
        return declared == null ? inScope(type, member) : declared;
    }

    private static Nullness inScope(TypeMirror type, Element member) {
        return type.getKind().isPrimitive() || isNullMarked(member) ? NON_NULL : UNKNOWN;
    }

    private static @Nullable Nullness annotated(List<? extends AnnotatedConstruct> places) {
        for (AnnotatedConstruct place : places) {
            for (AnnotationMirror annotation : place.getAnnotationMirrors()) {
                String name = annotation
                        .getAnnotationType()
                        .asElement()
                        .getSimpleName()
                        .toString();
                if (NULLABLE_NAMES.contains(name)) return NULLABLE;
                if (NON_NULL_NAMES.contains(name)) return NON_NULL;
            }
        }
        return null;
    }

    private static boolean isNullMarked(Element member) {
        for (Element each = member; each != null; each = each.getEnclosingElement()) {
            for (AnnotationMirror annotation : each.getAnnotationMirrors()) {
                String name = annotation
                        .getAnnotationType()
                        .asElement()
                        .getSimpleName()
                        .toString();
                if (name.equals("NullMarked")) return true;
                if (name.equals("NullUnmarked")) return false;
            }
        }
        return false;
    }
}
