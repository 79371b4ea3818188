package dev.perigee.codegen.code;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Java types of a schema's types. {@code Int!} is {@code int}, {@code Int} is {@code @Nullable Integer}, {@code [Int!]!}
 * is {@code List<Integer>}; a scalar that nothing is said of is an {@code Object}, as JSON has it. Immutable.
 */
public final class JavaTypes {
    private static final AnnotationSpec NULLABLE =
            AnnotationSpec.builder(Nullable.class).build();
    private static final Map<String, TypeName> BUILT_IN = Map.of(
            "Int", ClassName.get(Integer.class),
            "Float", ClassName.get(Double.class),
            "String", ClassName.get(String.class),
            "Boolean", ClassName.get(Boolean.class),
            "ID", ClassName.get(String.class));

    private final Map<String, TypeName> types;

    /** @param types by the names of the schema's types: scalars that are mapped, enums, inputs, objects and the like */
    public JavaTypes(Map<String, ? extends TypeName> types) {
        this.types = Map.copyOf(types);
    }

    /** The class of a type's values, never a primitive. */
    public TypeName of(DefinedType type) {
        TypeName known = types.get(type.name());
        if (known != null) return known;
        return BUILT_IN.getOrDefault(type.name(), ClassName.OBJECT);
    }

    /** As a component, a parameter, or what a method returns. */
    public TypeName of(Type type) {
        TypeName boxed = present(type);
        if (!type.isNonNull()) return nullable(boxed);
        return boxed.isBoxedPrimitive() ? boxed.unbox() : boxed;
    }

    /** As a type argument: {@code List<@Nullable Integer>}. */
    public TypeName argument(Type type) {
        return type.isNonNull() ? present(type) : nullable(present(type));
    }

    /** Of a value that is there, never a primitive. */
    public TypeName present(Type type) {
        return type.nullable() instanceof ListOf list
                ? ParameterizedTypeName.get(ClassName.get(List.class), argument(list.type()))
                : of(type.named());
    }

    public static TypeName nullable(TypeName type) {
        // {@code @Nullable byte[]} would be an array of nullable bytes
        return type instanceof ArrayTypeName ? type : type.annotated(List.of(NULLABLE));
    }
}
