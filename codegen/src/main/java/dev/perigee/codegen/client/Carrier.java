package dev.perigee.codegen.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/**
 * An immutable class around one value that has a method {@code with}: input objects, optional variables, optional arguments.
 *
 * @param field where the value is
 */
record Carrier(ClassName name, ClassName type, String field) {
    void addTo(TypeSpec.Builder code) {
        code.addField(type, field, Modifier.PRIVATE, Modifier.FINAL);
        code.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(type, field)
                .addStatement("this.$L = $L", field, field)
                .build());
    }

    /** A method that gives another one, with one value more. */
    MethodSpec.Builder with(String method, ParameterSpec parameter, CodeBlock arguments) {
        return MethodSpec.methodBuilder(method)
                .addModifiers(Modifier.PUBLIC)
                .returns(name)
                .addParameter(parameter)
                .addStatement("return new $T(this.$L.with($L))", name, field, arguments);
    }
}
