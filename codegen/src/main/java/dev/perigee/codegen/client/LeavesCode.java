package dev.perigee.codegen.client;

import static dev.perigee.codegen.client.ClientNames.VALUE_READER;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.perigee.codegen.code.JavaTypes;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.EnumType;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import javax.lang.model.element.Modifier;

/** The class with readers of scalars and enums that others share. */
final class LeavesCode {
    private static final String COERCION = "_COERCION";

    private final ClientModel model;
    private final Map<String, CodeBlock> coercions;

    LeavesCode(ClientModel model, Map<String, CodeBlock> coercions) {
        this.model = model;
        this.coercions = coercions;
    }

    /** @param leaves by the names of the constants */
    TypeSpec of(Map<String, DefinedType> leaves) {
        TypeSpec.Builder code = TypeSpec.classBuilder(model.leaves())
                .addModifiers(Modifier.FINAL)
                .addJavadoc("Scalars and enums, from JSON and to it.");
        leaves.forEach((constant, type) -> add(constant, type, code));
        return code.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
    }

    private void add(String constant, DefinedType type, TypeSpec.Builder code) {
        TypeName java = model.types().of(type);
        CodeBlock coercion = coercions.get(type.name());
        if (coercion != null) code.addField(field(ClassName.get(Coercion.class), constant + COERCION, coercion));
        code.addField(field(
                ParameterizedTypeName.get(VALUE_READER, JavaTypes.nullable(java)),
                constant,
                type instanceof EnumType values
                        ? enumeration(values)
                        : coercion == null
                                ? builtIn(type, java)
                                : CodeBlock.of("$T.scalar($T.class, $L)", VALUE_READER, java, constant + COERCION)));
    }

    private static FieldSpec field(TypeName type, String name, CodeBlock value) {
        return FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    private CodeBlock enumeration(EnumType type) {
        return model.isBound(type)
                ? CodeBlock.of(
                        "$T.enumOf($T.class)", VALUE_READER, model.types().of(type))
                : CodeBlock.of("$T.enumOf($T::of)", VALUE_READER, model.generated(type));
    }

    /** A built-in scalar that is to be another class of Java. */
    private static CodeBlock builtIn(DefinedType type, TypeName java) {
        String reader = type.name() + " " + java;
        return switch (reader) {
            case "ID java.util.UUID" -> converted("ID", "a UUID", CodeBlock.of("$T::fromString", UUID.class));
            case "ID java.lang.Long" ->
                converted("ID", "an integer of 64 bits", CodeBlock.of("$T::valueOf", Long.class));
            case "ID java.lang.Integer" ->
                converted("ID", "an integer of 32 bits", CodeBlock.of("$T::valueOf", Integer.class));
            case "Int java.lang.Long" -> converted("INT", "an integer", CodeBlock.of("$T::longValue", Integer.class));
            case "Float java.math.BigDecimal" ->
                converted("ANY", "a number", CodeBlock.of("value -> new $T(value.toString())", BigDecimal.class));
            default -> throw new IllegalArgumentException(reader);
        };
    }

    private static CodeBlock converted(String reader, String expected, CodeBlock function) {
        return CodeBlock.of("$T.converted($T.$L, $S, $L)", VALUE_READER, VALUE_READER, reader, expected, function);
    }
}
