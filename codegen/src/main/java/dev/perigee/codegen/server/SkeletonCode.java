package dev.perigee.codegen.server;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import javax.lang.model.element.Modifier;

/** The first lines of an implementation, for somebody to go on with. */
final class SkeletonCode {
    private final ServerModel model;
    private final ResolverCode resolvers;

    SkeletonCode(ServerModel model, ResolverCode resolvers) {
        this.model = model;
        this.resolvers = resolvers;
    }

    TypeSpec of(ObjectType type) {
        ClassName contract = resolvers.name(type);
        TypeSpec.Builder code = TypeSpec.classBuilder(type.name() + "Answers")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(contract);
        for (OutputField field : model.resolved(type)) {
            MethodSpec.Builder method = resolvers.method(type, field).addAnnotation(Override.class);
            code.addMethod(method.addStatement(
                            "throw new $T($S)",
                            UnsupportedOperationException.class,
                            field.coordinate() + " is yet to be written")
                    .build());
        }
        return code.build();
    }
}
