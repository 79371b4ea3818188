package dev.perigee.codegen.client;

import static dev.perigee.codegen.client.ClientNames.INPUT_OBJECT;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.perigee.codegen.code.JavaNames;
import dev.perigee.codegen.code.JavaTypes;
import dev.perigee.codegen.code.Javadocs;
import dev.perigee.schema.EnumMember;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Classes of input objects and enums, as whoever sends them needs them. */
final class InputTypesCode {
    /** Methods that a class of input has besides those of its fields. */
    private static final Set<String> TAKEN = Set.of("of", "equals");

    private final ClientModel model;
    private final ValueCode values;

    InputTypesCode(ClientModel model, ValueCode values) {
        this.model = model;
        this.values = values;
    }

    /** What is required is needed to make one, and the rest is added. */
    TypeSpec input(InputObjectType type) {
        ClassName name = model.generated(type);
        TypeSpec.Builder code = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(Javadocs.of(type.description()))
                .addJavadoc(type.description() == null ? "" : "\n\n<p>")
                .addJavadoc("Immutable.");
        Carrier carrier = new Carrier(name, INPUT_OBJECT, "fields");
        carrier.addTo(code);
        if (type.isOneOf()) {
            for (InputValue field : type.fields()) code.addMethod(option(field, name));
        } else {
            code.addMethod(of(type, name));
            for (InputValue field : type.fields()) {
                if (!field.isRequired()) code.addMethod(optional(field, carrier));
            }
        }
        return code.addMethod(asMap()).addMethod(print()).build();
    }

    private MethodSpec of(InputObjectType type, ClassName name) {
        MethodSpec.Builder of = MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name);
        List<Javadocs.Member> documented = new ArrayList<>();
        CodeBlock.Builder fields = CodeBlock.builder().add("$T.EMPTY", INPUT_OBJECT);
        List<InputValue> required =
                type.fields().stream().filter(InputValue::isRequired).toList();
        boolean isOnly = required.size() == 1;
        for (InputValue field : required) {
            String javaName = JavaNames.member(field.name());
            of.addParameter(model.types().of(field.type()), javaName);
            documented.add(Javadocs.Member.of(javaName, field));
            fields.add(
                    isOnly ? ".with($S, $L)" : "\n.with($S, $L)", field.name(), values.written(field.type(), javaName));
        }
        return of.addJavadoc(Javadocs.of(null, documented))
                .addStatement("return new $T($L)", name, fields.build())
                .build();
    }

    private MethodSpec option(InputValue field, ClassName name) {
        String javaName = JavaNames.member(field.name());
        return documented(MethodSpec.methodBuilder(JavaNames.member(field.name(), TAKEN)), field)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(unboxed(field.type()), javaName)
                .addStatement(
                        "return new $T($T.EMPTY.with($S, $L))",
                        name,
                        INPUT_OBJECT,
                        field.name(),
                        values.written(field.type(), javaName))
                .build();
    }

    private TypeName unboxed(Type type) {
        TypeName present = model.types().present(type);
        return present.isBoxedPrimitive() ? present.unbox() : present;
    }

    private MethodSpec optional(InputValue field, Carrier carrier) {
        String javaName = JavaNames.member(field.name());
        return documented(
                        carrier.with(
                                JavaNames.member(field.name(), TAKEN),
                                ParameterSpec.builder(model.types().of(field.type()), javaName)
                                        .build(),
                                CodeBlock.of("$S, $L", field.name(), values.written(field.type(), javaName))),
                        field)
                .build();
    }

    /** With what the schema says of it. */
    static MethodSpec.Builder documented(MethodSpec.Builder method, InputValue value) {
        String javaName = JavaNames.member(value.name());
        method.addJavadoc(Javadocs.of(null, List.of(Javadocs.Member.of(javaName, value))));
        if (value.deprecationReason() != null) method.addAnnotation(Deprecated.class);
        return method;
    }

    private static MethodSpec asMap() {
        TypeName value = JavaTypes.nullable(ClassName.OBJECT);
        return MethodSpec.methodBuilder("asMap")
                .addJavadoc("As JSON has it: what was said, and nothing of what was not.")
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), value))
                .addStatement("return fields.asMap()")
                .build();
    }

    private static MethodSpec print() {
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return fields.toString()")
                .build();
    }

    /** With a constant for what a newer server may send. */
    TypeSpec enumeration(EnumType type) {
        ClassName name = model.generated(type);
        String unknown = "UNKNOWN";
        while (hasConstant(type, unknown)) unknown += "_";
        TypeSpec.Builder code =
                TypeSpec.enumBuilder(name).addModifiers(Modifier.PUBLIC).addJavadoc(Javadocs.of(type.description()));
        CodeBlock.Builder cases = CodeBlock.builder().add("return switch (name) {\n$>");
        for (EnumMember value : type.values()) {
            String constant = JavaNames.constant(value.name());
            code.addEnumConstant(constant, constant(value));
            cases.add("case $S -> $T.$L;\n", value.name(), name, constant);
        }
        code.addEnumConstant(
                unknown,
                TypeSpec.anonymousClassBuilder("")
                        .addJavadoc("What the schema did not have when this was generated. Not to be sent.")
                        .build());
        code.addMethod(MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.STATIC)
                .returns(name)
                .addParameter(String.class, "name")
                .addCode(cases.add("default -> $T.$L;\n$<};\n", name, unknown).build())
                .build());
        if (ClientModel.isRenamed(type)) code.addMethod(graphqlName(type));
        return code.build();
    }

    private static boolean hasConstant(EnumType type, String name) {
        return type.values().stream()
                .anyMatch(value -> JavaNames.constant(value.name()).equals(name));
    }

    private static TypeSpec constant(EnumMember value) {
        TypeSpec.Builder constant = TypeSpec.anonymousClassBuilder("").addJavadoc(Javadocs.of(value.description()));
        String reason = value.deprecationReason();
        if (reason != null)
            constant.addJavadoc(value.description() == null ? "" : "\n\n")
                    .addJavadoc(Javadocs.deprecated(reason))
                    .addAnnotation(Deprecated.class);
        return constant.build();
    }

    private static MethodSpec graphqlName(EnumType type) {
        CodeBlock.Builder cases = CodeBlock.builder().add("return switch (this) {\n$>");
        for (EnumMember value : type.values()) {
            if (ClientModel.isRenamed(value))
                cases.add("case $L -> $S;\n", JavaNames.constant(value.name()), value.name());
        }
        return MethodSpec.methodBuilder("graphqlName")
                .addJavadoc("The name in the schema, which Java has other uses for.")
                .returns(String.class)
                .addCode(cases.add("default -> name();\n$<};\n").build())
                .build();
    }
}
