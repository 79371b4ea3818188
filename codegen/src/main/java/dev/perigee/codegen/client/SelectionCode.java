package dev.perigee.codegen.client;

import static dev.perigee.codegen.client.ClientNames.ARGUMENTS;
import static dev.perigee.codegen.client.ClientNames.OBJECT_SELECTION;
import static dev.perigee.codegen.client.ClientNames.OPERATION;
import static dev.perigee.codegen.client.ClientNames.VARIABLES;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.perigee.codegen.code.ClassNames;
import dev.perigee.codegen.code.JavaNames;
import dev.perigee.codegen.code.JavaTypes;
import dev.perigee.codegen.code.Javadocs;
import dev.perigee.language.OperationType;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.ImplementingType;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Classes by which selections are written in Java: one for each type that has fields, with a method for each of them. */
final class SelectionCode {
    /** Methods of the class that they extend, and of ours that are no fields. */
    private static final Set<String> TAKEN =
            Set.of("as", "typename", "select", "on", "variables", "operation", "of", "equals");

    private static final Set<String> PARAMETERS = Set.of("optional", "select");

    private final ClientModel model;
    private final ValueCode values;

    SelectionCode(ClientModel model, ValueCode values) {
        this.model = model;
        this.values = values;
    }

    TypeSpec of(CompositeType type) {
        ClassName name = model.selection(type);
        TypeSpec.Builder code = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(OBJECT_SELECTION, name))
                .addJavadoc("What is selected of a {@code $L}. For one thread.", type.name())
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(VARIABLES, "variables")
                        .addStatement("super(variables)")
                        .build());
        OperationType root = model.rootOf(type);
        if (root != null) code.addMethod(operation(root, name));
        if (type instanceof ImplementingType fields) {
            ClassNames nested = new ClassNames(name.packageName());
            nested.add(name.simpleName());
            for (OutputField field : fields.fields()) add(field, name, nested, code);
        }
        if (!(type instanceof ObjectType)) {
            for (ObjectType possible : model.schema().possibleTypes(type)) code.addMethod(on(possible, type, name));
        }
        return code.build();
    }

    private static MethodSpec operation(OperationType root, ClassName name) {
        TypeName map = ParameterizedTypeName.get(
                ClassName.get(Map.class), ClassName.get(String.class), JavaTypes.nullable(ClassName.OBJECT));
        return MethodSpec.methodBuilder("of")
                .addJavadoc(
                        "A $L; its data are maps and lists, unless it is read {@linkplain $T#as as} something else.",
                        root.keyword(),
                        OPERATION)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(OPERATION, map))
                .addParameter(operator(name), "select")
                .addStatement(
                        "return select.apply(new $T(new $T())).operation($T.$L)",
                        name,
                        VARIABLES,
                        OperationType.class,
                        root.name())
                .build();
    }

    private static TypeName operator(ClassName name) {
        return ParameterizedTypeName.get(ClassName.get(UnaryOperator.class), name);
    }

    private void add(OutputField field, ClassName name, ClassNames nested, TypeSpec.Builder code) {
        List<InputValue> optional =
                field.arguments().stream().filter(each -> !each.isRequired()).toList();
        code.addMethod(method(field, name, null));
        if (optional.isEmpty()) return;
        ClassName arguments = name.nestedClass(
                nested.add(JavaNames.type(field.name()) + "Arguments").simpleName());
        code.addMethod(method(field, name, arguments));
        code.addType(arguments(optional, arguments));
    }

    /** @param optional the class of the arguments that need not be given, null for none of them */
    private MethodSpec method(OutputField field, ClassName name, @Nullable ClassName optional) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(JavaNames.member(field.name(), TAKEN))
                .addModifiers(Modifier.PUBLIC)
                .returns(name);
        List<Javadocs.Member> documented = new ArrayList<>();
        CodeBlock.Builder arguments = CodeBlock.builder().add("$T.NONE", ARGUMENTS);
        for (InputValue each : field.arguments()) {
            if (!each.isRequired()) continue;
            String javaName = JavaNames.member(each.name(), PARAMETERS);
            method.addParameter(model.types().of(each.type()), javaName);
            documented.add(Javadocs.Member.of(javaName, each));
            arguments.add(with(each, javaName));
        }
        CodeBlock given = arguments.build();
        if (optional != null) {
            method.addParameter(operator(optional), "optional");
            given = CodeBlock.of("optional.apply(new $T($L)).given", optional, given);
        }
        CodeBlock below = CodeBlock.builder().build();
        if (field.namedType() instanceof CompositeType type) {
            ClassName selection = model.selection(type);
            method.addParameter(operator(selection), "select");
            below = CodeBlock.of(", select.apply(new $T(variables()))", selection);
        }
        method.addJavadoc(Javadocs.of(field.description(), documented));
        String reason = field.deprecationReason();
        if (reason != null)
            method.addAnnotation(Deprecated.class)
                    .addJavadoc(field.description() == null && documented.isEmpty() ? "" : "\n\n")
                    .addJavadoc(Javadocs.deprecated(reason));
        return method.addStatement("return select($S, $L$L)", field.name(), given, below)
                .build();
    }

    private CodeBlock with(InputValue argument, String javaName) {
        return CodeBlock.of(".with($L)", given(argument, javaName));
    }

    private CodeBlock given(InputValue argument, String javaName) {
        return CodeBlock.of("$S, $S, $L", argument.name(), argument.type(), values.written(argument.type(), javaName));
    }

    private TypeSpec arguments(List<InputValue> optional, ClassName name) {
        TypeSpec.Builder code = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Arguments that need not be given. Immutable.");
        Carrier carrier = new Carrier(name, ARGUMENTS, "given");
        carrier.addTo(code);
        for (InputValue each : optional) {
            String javaName = JavaNames.member(each.name());
            code.addMethod(InputTypesCode.documented(
                            carrier.with(
                                    JavaNames.member(each.name(), Set.of("equals")),
                                    ParameterSpec.builder(model.types().of(each.type()), javaName)
                                            .build(),
                                    given(each, javaName)),
                            each)
                    .build());
        }
        return code.build();
    }

    private MethodSpec on(ObjectType possible, CompositeType type, ClassName name) {
        String method = "on" + JavaNames.type(possible.name());
        while (type.field(method) != null) method += "_";
        ClassName selection = model.selection(possible);
        return MethodSpec.methodBuilder(method)
                .addModifiers(Modifier.PUBLIC)
                .returns(name)
                .addParameter(operator(selection), "select")
                .addStatement("return on($S, select.apply(new $T(variables())))", possible.name(), selection)
                .build();
    }
}
