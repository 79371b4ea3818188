package dev.perigee.codegen.client;

import static dev.perigee.codegen.client.ClientNames.INPUT_OBJECT;
import static dev.perigee.codegen.client.ClientNames.OPERATION;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.perigee.codegen.code.JavaNames;
import dev.perigee.codegen.code.Javadocs;
import dev.perigee.language.NonNullType;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Printer;
import dev.perigee.language.VariableDefinition;
import dev.perigee.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The class of an operation: its document, its variables, its result. */
final class OperationCode {
    /** What a wither may not be called. */
    private static final Set<String> TAKEN = Set.of("equals");

    private final ClientModel model;
    private final ValueCode values;

    OperationCode(ClientModel model, ValueCode values) {
        this.model = model;
        this.values = values;
    }

    TypeSpec of(OperationDefinition operation, Shape shape, String document) {
        ClassName name = model.operation(operation);
        ClassName result = name.nestedClass("Result");
        List<VariableDefinition> optional = new ArrayList<>();
        for (VariableDefinition each : operation.variableDefinitions()) if (!isRequired(each)) optional.add(each);
        boolean hasOptional = !optional.isEmpty();
        List<String> taken = hasOptional ? List.of("Result", "Variables") : List.of("Result");
        Shape.OneRecord root = (Shape.OneRecord) shape;
        ShapeNames names = new ShapeNames(model, name, taken, root.components());
        ResultCode records = new ResultCode(model, values, names, Modifier.PUBLIC);
        TypeSpec.Builder code = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(description(operation))
                .addField(FieldSpec.builder(String.class, "DOCUMENT", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .initializer(TextBlock.of(document))
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        TypeName sent = ParameterizedTypeName.get(OPERATION, result);
        CodeBlock made = CodeBlock.of(
                "$T.of(DOCUMENT)\n.named($S)\n.variables(given.asMap())\n.as($T::read)",
                OPERATION,
                ClientModel.name(operation),
                result);
        if (hasOptional) {
            ClassName variables = name.nestedClass("Variables");
            code.addMethod(required("of", operation, sent)
                    .addStatement("return with($L).operation()", arguments(operation))
                    .build());
            code.addMethod(required("with", operation, variables)
                    .addStatement("return new $T($L)", variables, given(operation))
                    .build());
            code.addType(variables(optional, variables, sent, made));
        } else {
            code.addMethod(required("of", operation, sent)
                    .addStatement("$T given = $L", INPUT_OBJECT, given(operation))
                    .addStatement("return $L", made)
                    .build());
        }
        code.addType(
                records.of(root, result, null).addModifiers(Modifier.PUBLIC).build());
        records.nested().forEach(code::addType);
        return code.build();
    }

    private static CodeBlock description(OperationDefinition operation) {
        return operation.description() == null
                ? CodeBlock.of("The $L {@code $L}.", operation.operation().keyword(), operation.name())
                : Javadocs.of(operation.description().value());
    }

    private TypeSpec variables(List<VariableDefinition> optional, ClassName name, TypeName sent, CodeBlock made) {
        TypeSpec.Builder code = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Variables that need not be given. Immutable.");
        Carrier carrier = new Carrier(name, INPUT_OBJECT, "given");
        carrier.addTo(code);
        for (VariableDefinition each : optional) {
            String javaName = JavaNames.member(each.name());
            Type type = type(each);
            code.addMethod(carrier.with(
                            JavaNames.member(each.name(), TAKEN),
                            ParameterSpec.builder(model.types().of(type), javaName)
                                    .build(),
                            CodeBlock.of("$S, $L", each.name(), values.written(type, javaName)))
                    .addJavadoc(description(each))
                    .build());
        }
        return code.addMethod(MethodSpec.methodBuilder("operation")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(sent)
                        .addStatement("return $L", made)
                        .build())
                .build();
    }

    private static CodeBlock description(VariableDefinition variable) {
        if (variable.defaultValue() == null) return CodeBlock.builder().build();
        return CodeBlock.of("Default: $L", Javadocs.of(Printer.printCompact(variable.defaultValue())));
    }

    private MethodSpec.Builder required(String name, OperationDefinition operation, TypeName result) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(result);
        for (VariableDefinition each : operation.variableDefinitions()) {
            if (isRequired(each)) method.addParameter(model.types().of(type(each)), javaName(each));
        }
        return method;
    }

    private static String arguments(OperationDefinition operation) {
        List<String> names = new ArrayList<>();
        for (VariableDefinition each : operation.variableDefinitions()) if (isRequired(each)) names.add(javaName(each));
        return String.join(", ", names);
    }

    private CodeBlock given(OperationDefinition operation) {
        CodeBlock.Builder given = CodeBlock.builder().add("$T.EMPTY", INPUT_OBJECT);
        for (VariableDefinition each : operation.variableDefinitions()) {
            if (isRequired(each)) given.add(".with($S, $L)", each.name(), values.written(type(each), javaName(each)));
        }
        return given.build();
    }

    private static String javaName(VariableDefinition variable) {
        return JavaNames.member(variable.name(), Set.of("given"));
    }

    private static boolean isRequired(VariableDefinition variable) {
        return variable.type() instanceof NonNullType && variable.defaultValue() == null;
    }

    private Type type(VariableDefinition variable) {
        return Objects.requireNonNull(model.schema().type(variable.type()));
    }
}
