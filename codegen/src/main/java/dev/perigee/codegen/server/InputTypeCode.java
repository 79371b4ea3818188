package dev.perigee.codegen.server;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.perigee.codegen.binding.TypeBinding;
import dev.perigee.codegen.binding.TypeBinding.Part;
import dev.perigee.codegen.binding.TypeBinding.Presence;
import dev.perigee.codegen.code.ClassNames;
import dev.perigee.codegen.code.JavaNames;
import dev.perigee.codegen.code.Javadocs;
import dev.perigee.data.Arguments;
import dev.perigee.data.Given;
import dev.perigee.data.Input;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.InputValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Records of input objects, and how input becomes them or a class that is there. A field that may be absent without a default
 * is a {@link Given} where it may be null, too: {@code null} alone could not tell the two apart.
 */
final class InputTypeCode {
    private static final String FIELDS = "fields";

    /** Of the method that makes a record of input. */
    private static final Set<String> READ = Set.of("read");

    private final ServerModel model;

    InputTypeCode(ServerModel model) {
        this.model = model;
    }

    TypeSpec record(InputObjectType type, ClassName name) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        List<Javadocs.Member> documented = new ArrayList<>();
        List<CodeBlock> values = new ArrayList<>();
        for (InputValue field : type.fields()) {
            String javaName = JavaNames.member(field.name(), READ);
            components.addParameter(
                    ParameterSpec.builder(component(field), javaName).build());
            documented.add(Javadocs.Member.of(javaName, field));
            values.add(value(field, model.input().reader(field.type()), presence(field)));
        }
        return TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Javadocs.of(type.description(), documented))
                .recordConstructor(components.build())
                .addMethod(reader(name)
                        .addStatement(made(CodeBlock.of("new $T(", name), values))
                        .build())
                .build();
    }

    /** An interface with a record for each of the fields, of which exactly one is given. */
    TypeSpec oneOf(InputObjectType type, ClassName name) {
        TypeSpec.Builder code = TypeSpec.interfaceBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addJavadoc(Javadocs.of(type.description()));
        options(type, name).forEach((field, option) -> {
            String javaName = JavaNames.member(field.name());
            code.addType(TypeSpec.recordBuilder(option)
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .addJavadoc(Javadocs.of(null, List.of(Javadocs.Member.of(javaName, field))))
                    .addSuperinterface(name)
                    .recordConstructor(MethodSpec.constructorBuilder()
                            .addParameter(unboxed(field), javaName)
                            .build())
                    .build());
        });
        return code.build();
    }

    TypeSpec oneOfReader(InputObjectType type) {
        ClassName name = model.javaName(type);
        MethodSpec.Builder reader = reader(name);
        options(type, name)
                .forEach((field, option) -> reader.addStatement(
                        "if ($L.has($S)) return new $T($L)",
                        FIELDS,
                        field.name(),
                        option,
                        value(field, model.input().reader(field.type()), Presence.REQUIRED)));
        reader.addStatement("throw new $T($S)", IllegalArgumentException.class, "No field of " + type.name());
        return readerClass(type, reader.build());
    }

    TypeSpec boundReader(InputObjectType type, TypeBinding.OfInput binding) {
        MethodSpec.Builder reader = reader(binding.javaName());
        switch (binding.form()) {
            case CONSTRUCTOR -> reader.addStatement(made(CodeBlock.of("new $T(", binding.javaName()), values(binding)));
            case BUILDER ->
                build(binding, reader, CodeBlock.of("$T.builder()", binding.javaName()), "builder", ".build()");
            case SETTERS -> build(binding, reader, CodeBlock.of("new $T()", binding.javaName()), "made", "");
        }
        return readerClass(type, reader.build());
    }

    private List<CodeBlock> values(TypeBinding.OfInput binding) {
        return binding.parts().stream()
                .map(part -> value(part.field(), part.reader(), part.presence()))
                .toList();
    }

    /** What is absent is not set, and stays as the class has it. */
    private void build(
            TypeBinding.OfInput binding, MethodSpec.Builder reader, CodeBlock start, String variable, String end) {
        reader.addStatement("var $L = $L", variable, start);
        for (Part part : binding.parts()) {
            CodeBlock set = CodeBlock.of(
                    "$L.$L($L)", variable, part.method(), value(part.field(), part.reader(), part.presence()));
            boolean mayBeAbsent =
                    !part.field().type().isNonNull() && part.field().defaultValue() == null;
            if (mayBeAbsent && part.presence() != Presence.GIVEN)
                reader.addStatement("if ($L.has($S)) $L", FIELDS, part.field().name(), set);
            else reader.addStatement(set);
        }
        reader.addStatement("return $L$L", variable, end);
    }

    private TypeSpec readerClass(InputObjectType type, MethodSpec reader) {
        return TypeSpec.classBuilder(model.reader(type))
                .addModifiers(Modifier.FINAL)
                .addJavadoc("Makes a $L of coerced input.", type.name())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(reader)
                .build();
    }

    private static MethodSpec.Builder reader(ClassName name) {
        return MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .returns(name)
                .addParameter(Object.class, "input")
                .addStatement("$T $L = $T.fields(input)", Arguments.class, FIELDS, Input.class);
    }

    private static CodeBlock made(CodeBlock start, List<CodeBlock> values) {
        if (values.isEmpty()) return CodeBlock.of("return $L)", start);
        return CodeBlock.of("return $L\n$L)", start, CodeBlock.join(values, ",\n"));
    }

    private static CodeBlock value(InputValue field, CodeBlock reader, Presence presence) {
        return switch (presence) {
            case REQUIRED -> CodeBlock.of("$L.read($S, $L)", FIELDS, field.name(), reader);
            case NULLABLE -> CodeBlock.of("$L.find($S, $L)", FIELDS, field.name(), reader);
            case GIVEN -> CodeBlock.of("$L.given($S, $L)", FIELDS, field.name(), reader);
            case OPTIONAL ->
                CodeBlock.of("$T.ofNullable($L.find($S, $L))", Optional.class, FIELDS, field.name(), reader);
        };
    }

    private TypeName component(InputValue field) {
        return presence(field) == Presence.GIVEN
                ? ParameterizedTypeName.get(
                        ClassName.get(Given.class), model.types().present(field.type()))
                : model.types().of(field.type());
    }

    private TypeName unboxed(InputValue field) {
        TypeName present = model.types().present(field.type());
        return present.isBoxedPrimitive() ? present.unbox() : present;
    }

    private static Presence presence(InputValue field) {
        if (field.type().isNonNull()) return Presence.REQUIRED;
        return field.defaultValue() == null ? Presence.GIVEN : Presence.NULLABLE;
    }

    private static Map<InputValue, ClassName> options(InputObjectType type, ClassName name) {
        ClassNames nested = new ClassNames(name.packageName());
        nested.add(name.simpleName());
        Map<InputValue, ClassName> options = new LinkedHashMap<>();
        for (InputValue field : type.fields())
            options.put(field, name.nestedClass(nested.add(field.name()).simpleName()));
        return options;
    }
}
