package dev.perigee.codegen.code;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.perigee.data.Input;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.Type;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Expressions that are functions from coerced input to Java values, put together of {@link Input} and method references. */
public final class InputCode {
    private static final Set<String> LISTS = Set.of("java.util.List", "java.util.Collection", "java.lang.Iterable");

    private final JavaTypes types;
    private final Map<String, ClassName> readers;

    /** @param readers the classes whose static method {@code read} makes input objects, by the names of the types */
    public InputCode(JavaTypes types, Map<String, ClassName> readers) {
        this.types = types;
        this.readers = Map.copyOf(readers);
    }

    /** To the type's own Java type. */
    public CodeBlock reader(Type type) {
        CodeBlock reader = reader(type, types.present(type));
        if (reader == null) throw new IllegalStateException("No reader of " + type);
        return reader;
    }

    /** To some Java type; null if there is no way to it. */
    public @Nullable CodeBlock reader(Type type, TypeName java) {
        TypeName target = java.withoutAnnotations();
        if (target.isPrimitive()) target = target.box();
        if (!(type.nullable() instanceof ListOf list)) return ofNamed(type, target);
        if (!(target instanceof ParameterizedTypeName generic)
                || !LISTS.contains(generic.rawType().canonicalName())
                || generic.typeArguments().size() != 1) return null;
        CodeBlock item = reader(list.type(), generic.typeArguments().getFirst());
        if (item == null) return null;
        String method = list.type().isNonNull() ? "list" : "listOfNullable";
        return CodeBlock.of("$T.$L($L)", Input.class, method, item);
    }

    private @Nullable CodeBlock ofNamed(Type type, TypeName target) {
        TypeName own = types.of(type.named());
        if (type.named() instanceof InputObjectType input) {
            ClassName reader = readers.get(input.name());
            return reader != null && isSame(own, target) ? CodeBlock.of("$T::read", reader) : null;
        }
        String conversion = type.named().isBuiltIn() ? conversion(type.named().name(), target.toString()) : null;
        if (conversion != null) return CodeBlock.of("$T::$L", Input.class, conversion);
        return isSame(own, target) ? CodeBlock.of("$T.class::cast", own) : null;
    }

    private static @Nullable String conversion(String scalar, String target) {
        return switch (scalar + " " + target) {
            case "ID java.util.UUID" -> "uuid";
            case "ID java.lang.Long", "Int java.lang.Long" -> "longInteger";
            case "ID java.lang.Integer" -> "integer";
            case "Float java.math.BigDecimal" -> "decimal";
            default -> null;
        };
    }

    /** Of what is yet to be generated, sources have only the name as it is written. */
    private static boolean isSame(TypeName own, TypeName target) {
        return own.equals(target)
                || own instanceof ClassName generated
                        && target instanceof ClassName written
                        && written.packageName().isEmpty()
                        && written.simpleName().equals(generated.simpleName());
    }
}
