package dev.perigee.codegen.binding;

import com.palantir.javapoet.ClassName;
import dev.perigee.codegen.code.InputCode;
import dev.perigee.codegen.code.JavaTypes;
import dev.perigee.codegen.code.RootTypes;
import dev.perigee.codegen.settings.ResolverSetting;
import dev.perigee.codegen.settings.Setting;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.EnumMember;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.InterfaceType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.ScalarType;
import dev.perigee.schema.Schema;
import dev.perigee.schema.Suggestions;
import dev.perigee.schema.Type;
import dev.perigee.schema.UnionType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Binds classes to types, and says where they do not fit, with schema coordinate and Java member. For one run. */
public final class Binder {
    private final Schema schema;
    private final ExistingClasses classes;
    private final List<String> problems;

    /** @param problems is added to */
    public Binder(Schema schema, ExistingClasses classes, List<String> problems) {
        this.schema = schema;
        this.classes = classes;
        this.problems = problems;
    }

    /** The class behind each type that has one, by the type's name: those named, then those found by their names. */
    public Map<String, TypeElement> find(Map<String, Setting> named, List<Setting> packages) {
        Map<String, TypeElement> found = new LinkedHashMap<>();
        for (Setting each : packages) {
            if (!classes.hasPackage(each.value()))
                problems.add(each.place() + "There is no class in the package " + each.value()
                        + ", neither in the sources nor on the class path.");
        }
        for (DefinedType type : schema.types()) {
            if (type.isBuiltIn() || type instanceof ScalarType || RootTypes.contains(schema, type)) continue;
            Setting name = named.get(type.name());
            TypeElement java = name == null ? inPackages(type, packages) : classes.find(name.value());
            if (name != null && java == null)
                problems.add(name.place() + "There is no class " + name.value()
                        + ", neither in the sources nor on the class path.");
            if (java != null && isUsable(type, java)) found.put(type.name(), java);
        }
        named.forEach((type, setting) -> {
            if (schema.type(type) == null || RootTypes.contains(schema, schema.type(type)))
                problems.add(setting.place() + "There is no type \"" + type + "\" to stand behind."
                        + Suggestions.didYouMean(type, typeNames()));
        });
        return found;
    }

    private @Nullable TypeElement inPackages(DefinedType type, List<Setting> packages) {
        Set<TypeElement> found = new LinkedHashSet<>();
        for (Setting each : packages) found.addAll(classes.inPackage(each.value(), type.name()));
        if (found.size() > 1)
            problems.add(type.location() + ": " + type.name() + " may be bound to each of "
                    + found.stream().map(Object::toString).collect(Collectors.joining(", "))
                    + ". Name one of them under \"types\".");
        return found.isEmpty() ? null : found.iterator().next();
    }

    private boolean isUsable(DefinedType type, TypeElement java) {
        String problem = null;
        if (!java.getModifiers().contains(Modifier.PUBLIC)) problem = "is not public";
        else if (!java.getTypeParameters().isEmpty()) problem = "has type parameters";
        else if (type instanceof EnumType != (java.getKind() == ElementKind.ENUM))
            problem = type instanceof EnumType ? "is no enum" : "is an enum";
        else if (type instanceof InputObjectType && java.getModifiers().contains(Modifier.ABSTRACT))
            problem = "is abstract, so that no input can be made of it";
        if (problem == null) return true;
        problems.add(type.location() + ": " + type.name() + " can't be bound to " + java.getQualifiedName() + ", which "
                + problem + ".");
        return false;
    }

    /** How each class that was found stands behind its type. */
    public Map<String, TypeBinding> bind(
            Map<String, TypeElement> found, JavaTypes types, InputCode code, Map<String, ResolverSetting> resolvers) {
        Map<String, TypeBinding> bound = new LinkedHashMap<>();
        found.forEach((name, java) -> {
            TypeBinding binding = switch (schema.type(name)) {
                case ObjectType object -> object(object, java, types, resolvers);
                case EnumType type -> enumeration(type, java);
                case InterfaceType type -> abstraction(type, java, found);
                case UnionType type -> abstraction(type, java, found);
                case InputObjectType input -> new InputBinder(classes, code, problems, input, java).bind();
                case null, default -> null;
            };
            if (binding != null) bound.put(name, binding);
        });
        return bound;
    }

    private TypeBinding object(
            ObjectType type, TypeElement java, JavaTypes types, Map<String, ResolverSetting> resolvers) {
        Members members = new Members(java, classes.elements());
        Map<String, Accessor> accessors = new LinkedHashMap<>();
        for (OutputField field : type.fields()) {
            if (!field.arguments().isEmpty() || resolvers.containsKey(field.coordinate())) continue;
            Element member = members.property(field.name());
            if (member == null) continue;
            TypeMirror given = typeOf(member, java);
            String mismatch = new OutputMatch(classes, types, annotated(member, java)).mismatch(field.type(), given);
            if (mismatch == null) accessors.put(field.name(), accessor(member, given, members));
            else tell(field, member, java, mismatch);
        }
        return new TypeBinding.OfObject(ClassName.get(java), accessors);
    }

    private TypeMirror typeOf(Element member, TypeElement java) {
        TypeMirror seen = classes.types().asMemberOf(classes.types().getDeclaredType(java), member);
        return seen instanceof javax.lang.model.type.ExecutableType method ? method.getReturnType() : seen;
    }

    /** Of a record, the component: its accessor may be implicit, and say less. */
    private static Element annotated(Element member, TypeElement java) {
        for (var component : java.getRecordComponents()) {
            if (component.getAccessor() != null && component.getAccessor().equals(member)) return component;
        }
        return member;
    }

    private static Accessor accessor(Element member, TypeMirror given, Members members) {
        boolean isMethod = member instanceof ExecutableElement;
        return new Accessor(
                member.getSimpleName().toString(),
                isMethod ? Accessor.Kind.METHOD : Accessor.Kind.FIELD,
                member instanceof ExecutableElement method && members.isUnique(method),
                OutputMatch.shown(given).startsWith("java.util.Optional<"),
                member.getAnnotation(Deprecated.class) != null);
    }

    private void tell(OutputField field, Element member, TypeElement java, String mismatch) {
        String shown = java.getQualifiedName() + "." + member.getSimpleName()
                + (member instanceof ExecutableElement ? "()" : "");
        Type type = field.type();
        String advice = mismatch.contains("null") ? "change one of them" : OutputMatch.advice(type);
        problems.add("%s: %s is %s, but %s %s: %s, or give the field a resolver, with \"resolvers: {%s: computed}\"."
                .formatted(field.location(), field.coordinate(), type, shown, mismatch, advice, field.coordinate()));
    }

    private TypeBinding enumeration(EnumType type, TypeElement java) {
        Set<String> constants = new LinkedHashSet<>();
        for (Element member : java.getEnclosedElements()) {
            if (member.getKind() == ElementKind.ENUM_CONSTANT)
                constants.add(member.getSimpleName().toString());
        }
        for (EnumMember value : type.values()) {
            if (constants.contains(value.name())) continue;
            problems.add("%s: %s has no constant of its name in %s.%s"
                    .formatted(
                            value.location(),
                            value.coordinate(),
                            java.getQualifiedName(),
                            Suggestions.didYouMean(value.name(), constants)));
        }
        return new TypeBinding.OfEnum(
                ClassName.get(java), constants.size() == type.values().size());
    }

    private @Nullable TypeBinding abstraction(CompositeType type, TypeElement java, Map<String, TypeElement> found) {
        for (ObjectType possible : schema.possibleTypes(type)) {
            TypeElement behind = found.get(possible.name());
            boolean fits = behind != null && classes.types().isAssignable(behind.asType(), java.asType());
            if (fits) continue;
            problems.add("%s: %s is a %s, but %s is no %s."
                    .formatted(
                            possible.location(),
                            possible.name(),
                            type.name(),
                            behind == null ? "what is generated for it" : behind.getQualifiedName(),
                            java.getQualifiedName()));
            return null;
        }
        return new TypeBinding.OfAbstract(ClassName.get(java));
    }

    private List<String> typeNames() {
        return schema.types().stream()
                .filter(type -> !type.isBuiltIn())
                .map(DefinedType::name)
                .toList();
    }
}
