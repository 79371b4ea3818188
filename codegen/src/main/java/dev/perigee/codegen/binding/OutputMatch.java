package dev.perigee.codegen.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.perigee.codegen.code.JavaTypes;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.Type;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Whether what a Java member gives is what the type of a field promises. */
final class OutputMatch {
    /** What the engine writes as the scalars that every schema has, without loss. */
    private static final Map<String, Set<String>> BUILT_IN = Map.of(
            "ID",
            Set.of(
                    "java.lang.String",
                    "java.util.UUID",
                    "java.lang.Long",
                    "java.lang.Integer",
                    "java.lang.Short",
                    "java.lang.Byte",
                    "java.math.BigInteger"),
            "String",
            Set.of("java.lang.String", "java.lang.CharSequence", "java.lang.Character", "java.util.UUID"),
            "Int",
            Set.of("java.lang.Integer", "java.lang.Short", "java.lang.Byte"),
            "Float",
            Set.of(
                    "java.lang.Double",
                    "java.lang.Float",
                    "java.lang.Integer",
                    "java.lang.Short",
                    "java.lang.Byte",
                    "java.math.BigDecimal"),
            "Boolean",
            Set.of("java.lang.Boolean"));

    private final ExistingClasses classes;
    private final JavaTypes javaTypes;
    private final Element member;

    /** @param member what the types stand in */
    OutputMatch(ExistingClasses classes, JavaTypes javaTypes, Element member) {
        this.classes = classes;
        this.javaTypes = javaTypes;
        this.member = member;
    }

    /** What is wrong, as the end of a sentence; null if nothing is. */
    @Nullable String mismatch(Type type, TypeMirror java) {
        return mismatch(type, java, Nullness.of(java, member), true);
    }

    private @Nullable String mismatch(Type type, TypeMirror java, Nullness nullness, boolean isOutermost) {
        TypeMirror optional = isOutermost ? argument(java, "java.util.Optional") : null;
        if (type.isNonNull() && (nullness == Nullness.NULLABLE || optional != null)) {
            return isOutermost ? "may be null" : "has items that may be null";
        }
        TypeMirror present = optional == null ? java : optional;
        if (!(type.nullable() instanceof ListOf list)) {
            return isValueOf(type, boxed(present)) ? null : "is " + shown(java);
        }
        if (present instanceof ArrayType array) {
            TypeMirror item = array.getComponentType();
            return mismatch(list.type(), item, Nullness.ofArgument(item, member), false);
        }
        TypeMirror item = argument(present, "java.lang.Iterable");
        if (item == null) item = argument(present, "java.util.stream.Stream");
        if (item == null) return "is " + shown(java) + ", which is no list";
        return mismatch(list.type(), item, Nullness.ofArgument(item, member), false);
    }

    private boolean isValueOf(Type type, TypeMirror java) {
        TypeName expected = javaTypes.of(type.named());
        if (expected.equals(ClassName.OBJECT)) return true;
        Set<String> written = BUILT_IN.get(type.named().name());
        if (written != null && written.contains(qualifiedName(java))) return true;
        if (java.getKind() == TypeKind.ERROR) return isYetToBeGenerated(java, expected);
        if (!(expected instanceof ClassName name)) return TypeName.get(java).equals(expected);
        TypeElement known = classes.find(name.canonicalName());
        Types types = classes.types();
        return known != null && types.isAssignable(types.erasure(java), types.erasure(known.asType()));
    }

    /** Of what is not there, javac knows the name as it is written. */
    private static boolean isYetToBeGenerated(TypeMirror java, TypeName expected) {
        String written = java.toString();
        return expected instanceof ClassName name
                && (written.equals(name.simpleName()) || written.equals(name.canonicalName()));
    }

    /** The type argument that a type gives one of its supertypes; null if it is none. */
    private @Nullable TypeMirror argument(TypeMirror type, String supertype) {
        if (!(type instanceof DeclaredType declared)) return null;
        if (qualifiedName(type).equals(supertype)) {
            return declared.getTypeArguments().size() == 1
                    ? bound(declared.getTypeArguments().getFirst())
                    : null;
        }
        for (TypeMirror parent : classes.types().directSupertypes(type)) {
            TypeMirror found = argument(parent, supertype);
            if (found != null) return asWritten(found, declared);
        }
        return null;
    }

    /** The same as it stands in the type itself: supertypes have lost its annotations. */
    private TypeMirror asWritten(TypeMirror argument, DeclaredType type) {
        for (TypeMirror own : type.getTypeArguments()) {
            if (classes.types().isSameType(own, argument)) return own;
        }
        return argument;
    }

    private static TypeMirror bound(TypeMirror argument) {
        return argument instanceof javax.lang.model.type.WildcardType wildcard && wildcard.getExtendsBound() != null
                ? wildcard.getExtendsBound()
                : argument;
    }

    private TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? classes.types().boxedClass(primitive).asType()
                : bound(type);
    }

    private static String qualifiedName(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element.getQualifiedName().toString()
                : "";
    }

    /** Without annotations, which are not what is wrong. */
    static String shown(TypeMirror type) {
        return TypeName.get(type).toString();
    }

    /** What may be done about a type that does not fit. */
    static String advice(Type type) {
        return type.named() instanceof CompositeType composite
                ? "name the class that stands behind " + composite.name() + " under \"types\""
                : type.isLeaf() && !type.named().isBuiltIn()
                        ? "map " + type.named().name() + " to the class"
                        : "change one of them";
    }
}
