package dev.perigee.codegen.server;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.perigee.codegen.code.JavaNames;
import dev.perigee.codegen.code.Javadocs;
import dev.perigee.codegen.settings.ResolverKind;
import dev.perigee.data.Context;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The interfaces that a user implements: a method for each field that no class has. */
final class ResolverCode {
    private static final Pattern PACKAGE = Pattern.compile("\\b[a-z]\\w*\\.(?=[\\w.]*[A-Z])");
    private static final int LONG_LAMBDA = 50;
    private static final Set<String> TAKEN = Set.of("context", "arguments", "fields", "resolver");

    private final ServerModel model;

    ResolverCode(ServerModel model) {
        this.model = model;
    }

    /** The name of the interface of a type. */
    ClassName name(ObjectType type) {
        return model.named(type.name() + (model.isRoot(type) ? "Roots" : "Resolver"));
    }

    TypeSpec of(ObjectType type) {
        String what = "The fields of " + type.name() + (model.isRoot(type) ? "" : " that its class doesn't have")
                + ". Shared by all requests:\nan implementation is safe to use from many threads.";
        TypeSpec.Builder code = TypeSpec.interfaceBuilder(name(type))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L", what);
        for (OutputField field : model.resolved(type)) {
            code.addMethod(method(type, field)
                    .addModifiers(Modifier.ABSTRACT)
                    .addJavadoc(javadoc(type, field))
                    .build());
        }
        return code.build();
    }

    /** A method as the interface declares it. */
    MethodSpec.Builder method(ObjectType type, OutputField field) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(JavaNames.member(field.name()))
                .addModifiers(Modifier.PUBLIC)
                .returns(returned(type, field));
        ParameterSpec parent = parent(type, field);
        if (parent != null) method.addParameter(parent);
        arguments(type, field)
                .forEach((argument, name) ->
                        method.addParameter(ParameterSpec.builder(model.types().of(argument.type()), name)
                                .build()));
        if (kind(type, field) != ResolverKind.COMPUTED) {
            method.addParameter(Context.class, "context").addException(Exception.class);
        }
        return method;
    }

    /** A lambda that calls the method of the variable {@code resolver}; in two lines where one would be long. */
    CodeBlock lambda(String parameters, ObjectType type, OutputField field) {
        CodeBlock call = call(type, field);
        int length = PACKAGE.matcher(call.toString()).replaceAll("").length()
                + parameters.length()
                + field.name().length();
        return CodeBlock.of("($L) ->$Lresolver.$L", parameters, length > LONG_LAMBDA ? "\n" : " ", call);
    }

    private CodeBlock call(ObjectType type, OutputField field) {
        List<CodeBlock> given = new ArrayList<>();
        ParameterSpec parent = parent(type, field);
        if (parent != null) given.add(CodeBlock.of("$L", parent.name()));
        for (InputValue argument : field.arguments()) {
            String accessor = argument.type().isNonNull() ? "read" : "find";
            given.add(CodeBlock.of(
                    "arguments.$L($S, $L)",
                    accessor,
                    argument.name(),
                    model.input().reader(argument.type())));
        }
        if (kind(type, field) != ResolverKind.COMPUTED) given.add(CodeBlock.of("context"));
        return CodeBlock.of("$L($L)", JavaNames.member(field.name()), CodeBlock.join(given, ",$W"));
    }

    /** The object or objects that the field belongs to; null for a root field. */
    @Nullable ParameterSpec parent(ObjectType type, OutputField field) {
        if (model.isRoot(type)) return null;
        ClassName java = model.javaName(type);
        String one = JavaNames.variable(type.name());
        return kind(type, field) == ResolverKind.BATCHED
                ? ParameterSpec.builder(
                                ParameterizedTypeName.get(ClassName.get(Set.class), java), free(JavaNames.plural(one)))
                        .build()
                : ParameterSpec.builder(java, free(one)).build();
    }

    /** Beside what else is in sight where resolvers are called. */
    static String free(String variable) {
        return JavaNames.member(variable, TAKEN);
    }

    ResolverKind kind(ObjectType type, OutputField field) {
        return model.form(type, field) instanceof FieldForm.Resolved resolved
                ? resolved.kind()
                : ResolverKind.ELSEWHERE;
    }

    private TypeName returned(ObjectType type, OutputField field) {
        TypeName value = model.types().present(field.type());
        if (type == model.schema().subscriptionType())
            return ParameterizedTypeName.get(ClassName.get(Flow.Publisher.class), value);
        if (kind(type, field) == ResolverKind.BATCHED && !model.isRoot(type))
            return ParameterizedTypeName.get(ClassName.get(Map.class), model.javaName(type), value);
        return model.types().of(field.type());
    }

    /** The arguments with the names of their parameters, which the other parameters leave them. */
    private Map<InputValue, String> arguments(ObjectType type, OutputField field) {
        Set<String> taken = new HashSet<>(TAKEN);
        ParameterSpec parent = parent(type, field);
        if (parent != null) taken.add(parent.name());
        Map<InputValue, String> arguments = new LinkedHashMap<>();
        for (InputValue argument : field.arguments()) {
            String name = JavaNames.member(argument.name(), taken);
            taken.add(name);
            arguments.put(argument, name);
        }
        return arguments;
    }

    private CodeBlock javadoc(ObjectType type, OutputField field) {
        List<Javadocs.Member> documented = new ArrayList<>();
        arguments(type, field).forEach((argument, name) -> documented.add(Javadocs.Member.of(name, argument)));
        boolean isBatch = kind(type, field) == ResolverKind.BATCHED && !model.isRoot(type);
        List<String> sentences = new ArrayList<>();
        if (field.description() != null) sentences.add(field.description());
        if (field.deprecationReason() != null) sentences.add("Deprecated: " + field.deprecationReason());
        if (sentences.isEmpty() && isBatch) sentences.add("`" + field.coordinate() + "`.");
        CodeBlock text = Javadocs.of(sentences.isEmpty() ? null : String.join("\n\n", sentences), documented);
        if (!isBatch) return text;
        boolean hasTags = text.toString().contains("@param ");
        return CodeBlock.of("$L$L@return by object; one that is left out has null", text, hasTags ? "\n" : "\n\n");
    }
}
