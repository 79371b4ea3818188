package dev.perigee.codegen.server;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.perigee.codegen.binding.Accessor;
import dev.perigee.codegen.code.JavaNames;
import dev.perigee.codegen.settings.ResolverKind;
import dev.perigee.data.Fields;
import dev.perigee.data.Resolver;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import javax.lang.model.element.Modifier;

/** What tells the engine of a type's fields: members by method references, all else by calls of the resolver. */
final class FieldsCode {
    private static final String FIELDS = "fields";

    private final ServerModel model;
    private final ResolverCode resolvers;

    FieldsCode(ServerModel model, ResolverCode resolvers) {
        this.model = model;
        this.resolvers = resolvers;
    }

    ClassName name(ObjectType type) {
        return model.named(type.name() + "Fields");
    }

    TypeSpec of(ObjectType type) {
        ClassName java = model.javaName(type);
        MethodSpec.Builder map = MethodSpec.methodBuilder("map")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(ParameterizedTypeName.get(ClassName.get(Fields.class), java), FIELDS);
        boolean usesDeprecated = false;
        for (OutputField field : type.fields()) {
            switch (model.form(type, field)) {
                case FieldForm.Component component -> {
                    map.addStatement(
                            "$L.field($S, $T::$L)", FIELDS, field.name(), java, JavaNames.member(field.name()));
                    usesDeprecated |= field.deprecationReason() != null;
                }
                case FieldForm.Member member -> {
                    map.addStatement("$L.field($S, $L)", FIELDS, field.name(), read(type, java, member.accessor()));
                    usesDeprecated |= member.accessor().isDeprecated();
                }
                case FieldForm.Resolved resolved -> map.addStatement(resolved(type, field));
                case FieldForm.Elsewhere elsewhere -> {} // declared by somebody else
            }
        }
        TypeSpec.Builder code = TypeSpec.classBuilder(name(type))
                .addModifiers(Modifier.FINAL)
                .addJavadoc("How the fields of $L are obtained.", type.name())
                .addSuperinterface(ParameterizedTypeName.get(ClassName.get(Resolver.class), java));
        if (!model.resolved(type).isEmpty()) addResolver(code, resolvers.name(type));
        if (usesDeprecated) map.addAnnotation(TypeCode.suppressing("deprecation"));
        return code.addMethod(map.build()).build();
    }

    static void addResolver(TypeSpec.Builder code, TypeName type) {
        code.addField(type, "resolver", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(type, "resolver")
                        .addStatement("this.resolver = resolver")
                        .build());
    }

    private static CodeBlock read(ObjectType type, ClassName java, Accessor accessor) {
        String variable = ResolverCode.free(JavaNames.variable(type.name()));
        String call = accessor.name() + (accessor.kind() == Accessor.Kind.METHOD ? "()" : "");
        if (accessor.isOptional()) return CodeBlock.of("$1L -> $1L.$2L.orElse(null)", variable, call);
        boolean isReference = accessor.kind() == Accessor.Kind.METHOD && accessor.isUnique();
        return isReference
                ? CodeBlock.of("$T::$L", java, accessor.name())
                : CodeBlock.of("$1L -> $1L.$2L", variable, call);
    }

    private CodeBlock resolved(ObjectType type, OutputField field) {
        ParameterSpec parent = resolvers.parent(type, field);
        String of = parent == null ? "" : parent.name();
        ResolverKind kind = resolvers.kind(type, field);
        boolean isPlain = kind == ResolverKind.COMPUTED && field.arguments().isEmpty();
        if (isPlain)
            return CodeBlock.of("$L.field($S, resolver::$L)", FIELDS, field.name(), JavaNames.member(field.name()));
        boolean isComputed = kind == ResolverKind.COMPUTED;
        String method = isComputed ? "field" : kind == ResolverKind.BATCHED ? "batchDistinct" : "call";
        CodeBlock lambda = resolvers.lambda(of + (isComputed ? ", arguments" : ", arguments, context"), type, field);
        return CodeBlock.of("$L.$L($S, $L)", FIELDS, method, field.name(), lambda);
    }
}
