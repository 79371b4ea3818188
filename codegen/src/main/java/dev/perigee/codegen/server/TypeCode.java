package dev.perigee.codegen.server;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.perigee.codegen.code.JavaNames;
import dev.perigee.codegen.code.Javadocs;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.EnumMember;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.ImplementingType;
import dev.perigee.schema.InterfaceType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.UnionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Records of object types, enums, and the interfaces of interfaces and unions. */
final class TypeCode {
    private final ServerModel model;

    TypeCode(ServerModel model) {
        this.model = model;
    }

    TypeSpec record(ObjectType type, ClassName name) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        List<Javadocs.Member> documented = new ArrayList<>();
        List<MethodSpec> deprecated = new ArrayList<>();
        for (OutputField field : type.fields()) {
            if (!(model.form(type, field) instanceof FieldForm.Component)) continue;
            String javaName = JavaNames.member(field.name());
            components.addParameter(ParameterSpec.builder(model.types().of(field.type()), javaName)
                    .build());
            documented.add(Javadocs.Member.of(javaName, field));
            if (field.deprecationReason() != null) deprecated.add(accessor(field, javaName));
        }
        return TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Javadocs.of(type.description(), documented))
                .recordConstructor(components.build())
                .addSuperinterfaces(parents(type))
                .addMethods(deprecated)
                .build();
    }

    /** Of a deprecated component, which itself can't be annotated so. */
    private MethodSpec accessor(OutputField field, String javaName) {
        return MethodSpec.methodBuilder(javaName)
                .addJavadoc(Javadocs.deprecated(String.valueOf(field.deprecationReason())))
                .addAnnotation(Deprecated.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(model.types().of(field.type()))
                .addStatement("return $L", javaName)
                .build();
    }

    TypeSpec enumeration(EnumType type, ClassName name) {
        TypeSpec.Builder code =
                TypeSpec.enumBuilder(name).addModifiers(Modifier.PUBLIC).addJavadoc(Javadocs.of(type.description()));
        for (EnumMember value : type.values()) {
            TypeSpec.Builder constant = TypeSpec.anonymousClassBuilder("").addJavadoc(Javadocs.of(value.description()));
            String reason = value.deprecationReason();
            if (reason != null) {
                constant.addJavadoc(value.description() == null ? "" : "\n\n")
                        .addJavadoc(Javadocs.deprecated(reason))
                        .addAnnotation(Deprecated.class);
            }
            code.addEnumConstant(JavaNames.constant(value.name()), constant.build());
        }
        return code.build();
    }

    /** Sealed, as far as there is anything to permit. */
    TypeSpec abstraction(CompositeType type, ClassName name) {
        TypeSpec.Builder code = TypeSpec.interfaceBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Javadocs.of(type.description()))
                .addSuperinterfaces(parents(type));
        Set<ClassName> permitted = permitted(type);
        if (!permitted.isEmpty()) code.addModifiers(Modifier.SEALED).addPermittedSubclasses(permitted);
        if (type instanceof InterfaceType shared) {
            for (OutputField field : shared.fields()) {
                MethodSpec getter = getter(shared, field);
                if (getter != null) code.addMethod(getter);
            }
        }
        return code.build();
    }

    private Set<ClassName> permitted(CompositeType type) {
        Set<ClassName> permitted = new TreeSet<>();
        for (ObjectType possible : model.schema().possibleTypes(type)) permitted.add(model.javaName(possible));
        for (InterfaceType other : model.implementing(type)) permitted.add(model.javaName(other));
        return permitted;
    }

    /** What the class of a type implements: of its interfaces and unions, those that are generated. */
    private List<TypeName> parents(CompositeType type) {
        List<TypeName> parents = new ArrayList<>();
        if (type instanceof ImplementingType implementing) {
            for (InterfaceType parent : implementing.interfaces()) {
                ClassName name = model.generated(parent);
                if (name != null) parents.add(name);
            }
        }
        if (type instanceof ObjectType object) {
            for (UnionType union : model.unions(object)) {
                ClassName name = model.generated(union);
                if (name != null) parents.add(name);
            }
        }
        return parents;
    }

    /** What all records behind an interface have in common, if they have it in the same Java type. */
    private @Nullable MethodSpec getter(InterfaceType type, OutputField field) {
        TypeName java = model.types().of(field.type());
        for (ObjectType possible : model.schema().possibleTypes(type)) {
            OutputField own = possible.field(field.name());
            if (own == null || !(model.form(possible, own) instanceof FieldForm.Component)) return null;
            boolean isSame = model.types().of(own.type()).withoutAnnotations().equals(java.withoutAnnotations());
            if (!isSame) return null;
        }
        String reason = field.deprecationReason();
        MethodSpec.Builder getter = MethodSpec.methodBuilder(JavaNames.member(field.name()))
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(Javadocs.of(field.description()))
                .returns(java);
        if (reason != null)
            getter.addJavadoc(field.description() == null ? "" : "\n\n")
                    .addJavadoc(Javadocs.deprecated(reason))
                    .addAnnotation(Deprecated.class);
        return getter.build();
    }

    /** For code that uses what the schema deprecates. */
    static AnnotationSpec suppressing(String warning) {
        return AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", CodeBlock.of("$S", warning))
                .build();
    }
}
