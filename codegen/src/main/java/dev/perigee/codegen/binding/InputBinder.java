package dev.perigee.codegen.binding;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.perigee.codegen.binding.TypeBinding.Form;
import dev.perigee.codegen.binding.TypeBinding.Part;
import dev.perigee.codegen.binding.TypeBinding.Presence;
import dev.perigee.codegen.code.InputCode;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.Suggestions;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * How a class that is there is made of an input object: by a builder, by setters, or by the public constructor whose parameters
 * have the names of the fields, which is the canonical one of a record.
 */
final class InputBinder {
    private final ExistingClasses classes;
    private final InputCode code;
    private final List<String> problems;
    private final InputObjectType type;
    private final TypeElement java;

    InputBinder(
            ExistingClasses classes, InputCode code, List<String> problems, InputObjectType type, TypeElement java) {
        this.classes = classes;
        this.code = code;
        this.problems = problems;
        this.type = type;
        this.java = java;
    }

    /** Null if the class can't be made so, of which the problems then tell. */
    TypeBinding.@Nullable OfInput bind() {
        if (java.getKind() == ElementKind.RECORD) return ofConstructor(constructors());
        Members members = new Members(java, classes.elements());
        ExecutableElement builder = members.giving("builder", true);
        if (builder != null && builder.getReturnType() instanceof DeclaredType declared) {
            Members steps = new Members((TypeElement) declared.asElement(), classes.elements());
            if (steps.giving("build", false) != null) return ofMethods(Form.BUILDER, steps, "has no method for it");
        }
        List<ExecutableElement> constructors = constructors();
        boolean isBean =
                constructors.stream().anyMatch(each -> each.getParameters().isEmpty());
        return isBean ? ofMethods(Form.SETTERS, members, "has no setter for it") : ofConstructor(constructors);
    }

    private List<ExecutableElement> constructors() {
        return ElementFilter.constructorsIn(java.getEnclosedElements()).stream()
                .filter(each -> each.getModifiers().contains(Modifier.PUBLIC))
                .toList();
    }

    private TypeBinding.@Nullable OfInput ofConstructor(List<ExecutableElement> constructors) {
        for (ExecutableElement constructor : constructors) {
            if (constructor.getParameters().size() != type.fields().size()) continue;
            List<InputValue> fields = new ArrayList<>();
            for (VariableElement parameter : constructor.getParameters()) {
                InputValue field = type.field(parameter.getSimpleName().toString());
                if (field != null) fields.add(field);
            }
            if (fields.size() == type.fields().size()) return ofConstructor(constructor, fields);
        }
        tellOfConstructors(constructors);
        return null;
    }

    private TypeBinding.OfInput ofConstructor(ExecutableElement constructor, List<InputValue> fields) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            VariableElement parameter = constructor.getParameters().get(i);
            String place = java.getQualifiedName() + "(" + parameter.getSimpleName() + ")";
            add(parts, fields.get(i), null, parameter.asType(), parameter, place);
        }
        return new TypeBinding.OfInput(ClassName.get(java), Form.CONSTRUCTOR, parts);
    }

    private void tellOfConstructors(List<ExecutableElement> constructors) {
        String what = java.getQualifiedName().toString();
        if (constructors.size() != 1) {
            problems.add(
                    "%s: %s is made by none of the public constructors of %s: one needs %s as the names of its parameters."
                            .formatted(type.location(), type.name(), what, String.join(", ", type.fieldNames())));
            return;
        }
        List<String> parameters = constructors.getFirst().getParameters().stream()
                .map(each -> each.getSimpleName().toString())
                .toList();
        for (InputValue field : type.fields()) {
            if (parameters.contains(field.name())) continue;
            problems.add("%s: %s has no place in the constructor of %s.%s"
                    .formatted(
                            field.location(),
                            field.coordinate(),
                            what,
                            Suggestions.didYouMean(field.name(), parameters)));
        }
        for (String parameter : parameters) {
            if (type.field(parameter) != null) continue;
            problems.add("%s: the constructor of %s needs \"%s\", but %s has no such field.%s"
                    .formatted(
                            type.location(),
                            what,
                            parameter,
                            type.name(),
                            Suggestions.didYouMean(parameter, type.fieldNames())));
        }
    }

    private TypeBinding.OfInput ofMethods(Form form, Members members, String otherwise) {
        List<Part> parts = new ArrayList<>();
        for (InputValue field : type.fields()) {
            String setter = Members.prefixed("set", field.name());
            ExecutableElement method = form == Form.SETTERS
                    ? members.taking(setter)
                    : members.taking(field.name(), setter, Members.prefixed("with", field.name()));
            if (method == null) {
                problems.add("%s: %s can't be set: %s %s."
                        .formatted(field.location(), field.coordinate(), java.getQualifiedName(), otherwise));
                continue;
            }
            VariableElement parameter = method.getParameters().getFirst();
            String place = java.getQualifiedName() + "." + method.getSimpleName() + "()";
            add(parts, field, method.getSimpleName().toString(), parameter.asType(), parameter, place);
        }
        return new TypeBinding.OfInput(ClassName.get(java), form, parts);
    }

    private void add(
            List<Part> parts,
            InputValue field,
            @Nullable String method,
            TypeMirror taken,
            Element place,
            String shown) {
        Presence presence = presence(field, taken);
        TypeMirror value = presence == Presence.OPTIONAL || presence == Presence.GIVEN
                ? ((DeclaredType) taken).getTypeArguments().getFirst()
                : taken;
        boolean mayBeNull = presence == Presence.NULLABLE;
        CodeBlock reader = code.reader(field.type(), TypeName.get(value));
        if (reader == null) {
            problems.add("%s: %s is %s, but %s takes %s. Map the type, or change one of them."
                    .formatted(field.location(), field.coordinate(), field.type(), shown, OutputMatch.shown(taken)));
        } else if (mayBeNull && Nullness.of(taken, place) == Nullness.NON_NULL) {
            problems.add("%s: %s is %s, but %s takes no null. Make it @Nullable, or the field non-null."
                    .formatted(field.location(), field.coordinate(), field.type(), shown));
        } else {
            parts.add(new Part(field, method, reader, presence));
        }
    }

    private static Presence presence(InputValue field, TypeMirror taken) {
        if (taken instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            boolean isOfOne = declared.getTypeArguments().size() == 1;
            if (isOfOne && element.getQualifiedName().contentEquals("java.util.Optional")) return Presence.OPTIONAL;
            if (isOfOne && element.getQualifiedName().contentEquals("dev.perigee.data.Given")) return Presence.GIVEN;
        }
        return field.type().isNonNull() ? Presence.REQUIRED : Presence.NULLABLE;
    }
}
