package dev.perigee.codegen.server;

import com.palantir.javapoet.TypeName;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import java.util.ArrayList;
import java.util.List;

/**
 * What is too large for Java, and would not compile.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se21/html/jvms-4.html#jvms-4.11">Limitations of the JVM</a>
 */
final class JavaLimits {
    /** Of a constructor, {@code this} included; a double counts twice. */
    private static final int MOST_PARAMETERS = 254;

    /** The initializer of an enum has 64 KiB, and a constant takes about 20 bytes of it. */
    private static final int MOST_CONSTANTS = 2_500;

    private final ServerModel model;

    JavaLimits(ServerModel model) {
        this.model = model;
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (DefinedType type : model.schema().types()) {
            if (model.generated(type) == null) continue;
            int components = components(type);
            if (components > MOST_PARAMETERS)
                problems.add("%s: %s becomes a record of %d components, and Java allows no more than 255. %s."
                        .formatted(
                                type.location(),
                                type.name(),
                                components,
                                type instanceof ObjectType
                                        ? "Let resolvers give some of its fields, or bind it to a class"
                                        : "Bind it to a class"));
            if (type instanceof EnumType values && values.values().size() > MOST_CONSTANTS)
                problems.add("%s: %s has %d values, and an enum of Java holds about %d. Make it a scalar."
                        .formatted(type.location(), type.name(), values.values().size(), MOST_CONSTANTS));
        }
        return problems;
    }

    private int components(DefinedType type) {
        int components = 0;
        if (type instanceof ObjectType object) {
            for (OutputField field : object.fields()) {
                if (model.form(object, field) instanceof FieldForm.Component)
                    components += slots(model.types().of(field.type()));
            }
        } else if (type instanceof InputObjectType input && !input.isOneOf()) {
            for (var field : input.fields()) components += slots(model.types().of(field.type()));
        }
        return components;
    }

    private static int slots(TypeName type) {
        return type.equals(TypeName.DOUBLE) || type.equals(TypeName.LONG) ? 2 : 1;
    }
}
