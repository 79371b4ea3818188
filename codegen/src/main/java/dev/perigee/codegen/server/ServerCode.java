package dev.perigee.codegen.server;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.perigee.codegen.binding.TypeBinding;
import dev.perigee.codegen.code.SourceFile;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All files for a server, in the order of the schema. */
public final class ServerCode {
    private final ServerModel model;
    private final ResolverCode resolvers;
    private final FieldsCode fields;
    private final WiringCode wiring;
    private final TypeCode types;
    private final InputTypeCode inputs;

    /** @param coercions expressions that make the coercions of scalars, by their names */
    public ServerCode(ServerModel model, Map<String, CodeBlock> coercions) {
        this.model = model;
        this.resolvers = new ResolverCode(model);
        this.fields = new FieldsCode(model, resolvers);
        this.wiring = new WiringCode(model, resolvers, fields, coercions);
        this.types = new TypeCode(model);
        this.inputs = new InputTypeCode(model);
    }

    /** What can't be generated, since it is too large for Java. */
    public List<String> problems() {
        return new JavaLimits(model).problems();
    }

    public List<SourceFile> files() {
        List<SourceFile> files = new ArrayList<>();
        for (DefinedType type : model.schema().types()) {
            if (!type.isBuiltIn()) add(type, files);
        }
        files.add(file(wiring.resolvers()));
        files.add(file(wiring.of()));
        return files;
    }

    /** A class for each resolver interface, for who has none yet. */
    public List<SourceFile> skeletons(String packageName) {
        SkeletonCode skeletons = new SkeletonCode(model, resolvers);
        return wiring.getters().keySet().stream()
                .map(type -> SourceFile.starter(packageName, skeletons.of(type)))
                .toList();
    }

    private void add(DefinedType type, List<SourceFile> files) {
        ClassName name = model.generated(type);
        switch (type) {
            case ObjectType object -> {
                if (name != null) files.add(file(types.record(object, name)));
                if (!model.resolved(object).isEmpty()) files.add(file(resolvers.of(object)));
                if (!model.isRoot(object)) files.add(file(fields.of(object)));
            }
            case EnumType values -> {
                if (name != null) files.add(file(types.enumeration(values, name)));
            }
            case InputObjectType input -> add(input, files);
            case CompositeType other -> {
                if (name != null) files.add(file(types.abstraction(other, name)));
            }
            case ScalarType scalar -> {} // a class that is there
        }
    }

    private void add(InputObjectType input, List<SourceFile> files) {
        ClassName name = model.generated(input);
        if (name == null) {
            if (model.binding(input) instanceof TypeBinding.OfInput bound)
                files.add(file(inputs.boundReader(input, bound)));
        } else if (input.isOneOf()) {
            files.add(file(inputs.oneOf(input, name)));
            files.add(file(inputs.oneOfReader(input)));
        } else {
            files.add(file(inputs.record(input, name)));
        }
    }

    private SourceFile file(TypeSpec type) {
        return SourceFile.of(model.packageName(), type);
    }
}
