package dev.perigee.codegen.client;

import static dev.perigee.codegen.client.ClientNames.DATA;
import static dev.perigee.codegen.client.ClientNames.VALUE_READER;
import static java.util.stream.Collectors.toSet;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.perigee.codegen.client.Shape.Branch;
import dev.perigee.codegen.client.Shape.Component;
import dev.perigee.codegen.code.ClassNames;
import dev.perigee.codegen.code.JavaNames;
import dev.perigee.codegen.code.JavaTypes;
import dev.perigee.codegen.code.Javadocs;
import dev.perigee.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Records that mirror what is selected, and the methods that read them. */
final class ResultCode {
    /** Of the method that makes a record of data. */
    private static final Set<String> READ = Set.of("read");

    private static final String OTHERS =
            "Of any other type, also of one that the schema did not have when this was generated.";

    private final ClientModel model;
    private final ValueCode values;
    private final ShapeNames names;
    private final Modifier[] nested;

    /** @param nested what JavaPoet wants to be told of nested classes, which differs for classes and interfaces */
    ResultCode(ClientModel model, ValueCode values, ShapeNames names, Modifier... nested) {
        this.model = model;
        this.values = values;
        this.names = names;
        this.nested = nested;
    }

    /** The classes of all shapes, in the order in which they are met. */
    List<TypeSpec> nested() {
        List<TypeSpec> classes = new ArrayList<>();
        names.names()
                .forEach((shape, name) ->
                        classes.add(of(shape, name, null).addModifiers(nested).build()));
        return classes;
    }

    /** Without modifiers. */
    TypeSpec.Builder of(Shape shape, ClassName name, @Nullable String description) {
        return switch (shape) {
            case Shape.OneRecord one -> record(name, one.components(), null, description);
            case Shape.Branches several -> branches(several, name, description);
            case Shape.OfFragment shared -> throw new IllegalArgumentException(shared.fragment());
        };
    }

    private TypeSpec.Builder record(
            ClassName name, List<Component> components, @Nullable ClassName parent, @Nullable String description) {
        MethodSpec.Builder parameters = MethodSpec.constructorBuilder();
        List<Javadocs.Member> documented = new ArrayList<>();
        List<CodeBlock> read = new ArrayList<>();
        ReaderConstants constants = new ReaderConstants(
                components.stream().map(ResultCode::javaName).collect(toSet()));
        for (Component each : components) {
            String javaName = javaName(each);
            parameters.addParameter(java(each), javaName);
            if (each.field() != null) documented.add(Javadocs.Member.of(javaName, each.field()));
            read.add(CodeBlock.of("data.read($S, $L)", each.responseName(), reader(each, constants)));
        }
        TypeSpec.Builder code = TypeSpec.recordBuilder(name)
                .addJavadoc(Javadocs.of(description, documented))
                .recordConstructor(parameters.build())
                .addFields(constants.fields());
        if (parent != null) code.addSuperinterface(parent);
        return code.addMethod(readMethod(name)
                .addStatement("return new $T(\n$L)", name, CodeBlock.join(read, ",\n"))
                .build());
    }

    private static MethodSpec.Builder readMethod(ClassName name) {
        MethodSpec.Builder read = MethodSpec.methodBuilder("read")
                .addModifiers(Modifier.STATIC)
                .returns(name)
                .addParameter(DATA, "data");
        boolean isReadByOthers = name.enclosingClassName() == null;
        return isReadByOthers ? read : read.addModifiers(Modifier.PRIVATE);
    }

    /** Sealed, with a record for each branch, and one for all other types. */
    private TypeSpec.Builder branches(Shape.Branches shape, ClassName name, @Nullable String description) {
        ClassNames free = new ClassNames(name.packageName());
        for (ClassName outer = name; outer != null; outer = outer.enclosingClassName()) free.add(outer.simpleName());
        TypeSpec.Builder code =
                TypeSpec.interfaceBuilder(name).addModifiers(Modifier.SEALED).addJavadoc(Javadocs.of(description));
        for (Component each : shape.common()) {
            if (isSame(each, shape)) code.addMethod(getter(each));
        }
        CodeBlock.Builder cases = CodeBlock.builder()
                .add(
                        "return switch (data.read($S, $T.nonNull($T.STRING))) {\n$>",
                        "__typename",
                        VALUE_READER,
                        VALUE_READER);
        for (Branch branch : shape.branches()) {
            ClassName own = name.nestedClass(free.add(branch.name()).simpleName());
            code.addType(record(own, branch.components(), name, null)
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .build());
            CodeBlock types = branch.typeNames().stream()
                    .map(type -> CodeBlock.of("$S", type))
                    .collect(CodeBlock.joining(", "));
            cases.add("case $L -> $T.read(data);\n", types, own);
        }
        ClassName other = name.nestedClass(free.add("Other").simpleName());
        code.addType(record(other, shape.common(), name, OTHERS)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .build());
        MethodSpec.Builder read = readMethod(name);
        if (name.enclosingClassName() == null)
            read.addModifiers(Modifier.PUBLIC); // else an interface has but private ones
        return code.addMethod(read.addCode(
                        cases.add("default -> $T.read(data);\n$<};\n", other).build())
                .build());
    }

    /** Whether all records have a component in the same Java type. */
    private boolean isSame(Component common, Shape.Branches shape) {
        return shape.branches().stream()
                .allMatch(branch -> branch.components().stream()
                        .anyMatch(each -> each.responseName().equals(common.responseName())
                                && java(each).equals(java(common))));
    }

    private MethodSpec getter(Component component) {
        return MethodSpec.methodBuilder(javaName(component))
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(Javadocs.of(
                        component.field() == null ? null : component.field().description()))
                .returns(java(component))
                .build();
    }

    private static String javaName(Component component) {
        return JavaNames.member(component.responseName(), READ);
    }

    private TypeName java(Component component) {
        Type type = component.isConditional() ? component.type().nullable() : component.type();
        Shape below = component.below();
        if (below == null) return model.types().of(type);
        return new JavaTypes(Map.of(type.named().name(), names.of(below))).of(type);
    }

    /** What reads objects is a constant; of a leaf there is little to put together. */
    private CodeBlock reader(Component component, ReaderConstants constants) {
        Shape below = component.below();
        if (below == null) return values.reader(component.type(), component.isConditional());
        CodeBlock named = CodeBlock.of("$T.object($T::read)", VALUE_READER, names.of(below));
        CodeBlock reader = ValueCode.reader(component.type(), named, component.isConditional());
        return CodeBlock.of("$L", constants.add(component.responseName(), java(component), reader));
    }
}
