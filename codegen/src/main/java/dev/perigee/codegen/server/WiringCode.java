package dev.perigee.codegen.server;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.perigee.codegen.binding.TypeBinding;
import dev.perigee.codegen.code.JavaNames;
import dev.perigee.codegen.code.RootTypes;
import dev.perigee.data.GraphModule;
import dev.perigee.data.Wiring;
import dev.perigee.schema.EnumMember;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The module that declares all of it to the engine, and the interface by which it is given the resolvers. */
final class WiringCode {
    private static final String GRAPH = "graph";

    private final ServerModel model;
    private final ResolverCode resolvers;
    private final FieldsCode fields;
    private final Map<String, CodeBlock> coercions;

    /** @param coercions expressions, by the names of the scalars */
    WiringCode(ServerModel model, ResolverCode resolvers, FieldsCode fields, Map<String, CodeBlock> coercions) {
        this.model = model;
        this.resolvers = resolvers;
        this.fields = fields;
        this.coercions = coercions;
    }

    /** The types that have a resolver, roots first, and the methods that give it. */
    Map<ObjectType, String> getters() {
        List<ObjectType> types = new ArrayList<>(RootTypes.of(model.schema()));
        types.addAll(model.objects());
        Map<ObjectType, String> getters = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (ObjectType type : types) {
            if (model.resolved(type).isEmpty()) continue;
            String name = JavaNames.member(JavaNames.variable(type.name()), taken);
            taken.add(name);
            getters.put(type, name);
        }
        return getters;
    }

    ClassName resolversName() {
        return model.named("GraphResolvers");
    }

    TypeSpec resolvers() {
        TypeSpec.Builder code = TypeSpec.interfaceBuilder(resolversName())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "All that $T needs: one of each. A record with components of these names implements it.",
                        name());
        getters()
                .forEach((type, getter) -> code.addMethod(MethodSpec.methodBuilder(getter)
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .returns(resolvers.name(type))
                        .build()));
        return code.build();
    }

    ClassName name() {
        return model.named("GraphWiring");
    }

    TypeSpec of() {
        Map<ObjectType, String> getters = getters();
        MethodSpec.Builder wire = MethodSpec.methodBuilder("wire")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Wiring.Builder.class, GRAPH);
        coercions.forEach((scalar, coercion) -> wire.addStatement("$L.scalar($S, $L)", GRAPH, scalar, coercion));
        boolean usesDeprecated = addEnums(wire);
        for (ObjectType type : model.objects()) wire.addStatement(type(type, getters.get(type)));
        for (ObjectType root : RootTypes.of(model.schema())) {
            String getter = getters.get(root);
            if (getter != null) wire.addStatement("$L($L, resolvers.$L())", rootMethod(root), GRAPH, getter);
        }
        if (usesDeprecated) wire.addAnnotation(TypeCode.suppressing("deprecation"));
        TypeSpec.Builder code = TypeSpec.classBuilder(name())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(
                        "Binds the schema to its classes and resolvers. The schema is to be read with {@link"
                                + " $T#reader}.",
                        Wiring.class)
                .addSuperinterface(GraphModule.class)
                .addField(resolversName(), "resolvers", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(resolversName(), "resolvers")
                        .addStatement("this.resolvers = resolvers")
                        .build())
                .addMethod(wire.build())
                .addMethod(MethodSpec.methodBuilder("close")
                        .addJavadoc("Does nothing: resolvers are closed by who made them.")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .build());
        for (ObjectType root : RootTypes.of(model.schema())) if (getters.containsKey(root)) code.addMethod(root(root));
        return code.build();
    }

    /** Whether constants are named that the schema deprecates. */
    private boolean addEnums(MethodSpec.Builder wire) {
        boolean usesDeprecated = false;
        for (var type : model.schema().types()) {
            if (!(type instanceof EnumType values) || type.isBuiltIn()) continue;
            ClassName java = model.javaName(values);
            boolean isSame = model.binding(values) instanceof TypeBinding.OfEnum bound
                    ? bound.isSame()
                    : values.values().stream()
                            .allMatch(value -> JavaNames.constant(value.name()).equals(value.name()));
            if (isSame) {
                wire.addStatement("$L.enumValues($S, $T.class)", GRAPH, values.name(), java);
                continue;
            }
            for (EnumMember value : values.values()) {
                String constant = JavaNames.constant(value.name());
                wire.addStatement("$L.enumValue($S, $S, $T.$L)", GRAPH, values.name(), value.name(), java, constant);
                usesDeprecated |= value.deprecationReason() != null;
            }
        }
        return usesDeprecated;
    }

    private CodeBlock type(ObjectType type, @Nullable String getter) {
        CodeBlock of = getter == null
                ? CodeBlock.of("new $T()", fields.name(type))
                : CodeBlock.of("new $T(resolvers.$L())", fields.name(type), getter);
        return CodeBlock.of("$L.type($S, $T.class, $L)", GRAPH, type.name(), model.javaName(type), of);
    }

    private MethodSpec root(ObjectType type) {
        String operation = rootMethod(type);
        MethodSpec.Builder code = MethodSpec.methodBuilder(operation)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(Wiring.Builder.class, GRAPH)
                .addParameter(resolvers.name(type), "resolver");
        for (OutputField field : model.resolved(type)) {
            code.addStatement(
                    "$L.$L($S, $L)",
                    GRAPH,
                    operation,
                    field.name(),
                    resolvers.lambda("arguments, context", type, field));
        }
        return code.build();
    }

    private String rootMethod(ObjectType type) {
        if (type == model.schema().queryType()) return "query";
        return type == model.schema().mutationType() ? "mutation" : "subscription";
    }
}
