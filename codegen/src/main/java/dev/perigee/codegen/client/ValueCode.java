package dev.perigee.codegen.client;

import static dev.perigee.codegen.client.ClientNames.INPUT_OBJECT;
import static dev.perigee.codegen.client.ClientNames.VALUE_READER;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.perigee.codegen.code.JavaTypes;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.EnumType;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.NonNull;
import dev.perigee.schema.ScalarType;
import dev.perigee.schema.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Expressions that read values of responses, and that write those of variables. Knows which leaves need a reader of their own. */
final class ValueCode {
    private final ClientModel model;
    private final Map<String, CodeBlock> coercions;
    private final Map<String, DefinedType> leaves = new LinkedHashMap<>();
    private final Set<DefinedType> used = new LinkedHashSet<>();

    /** @param coercions expressions that make the coercions of scalars, by their names */
    ValueCode(ClientModel model, Map<String, CodeBlock> coercions) {
        this.model = model;
        this.coercions = coercions;
    }

    /** Scalars and enums with a constant in the class of leaves, by the name of the constant. */
    Map<String, DefinedType> leaves() {
        return leaves;
    }

    /** Enums and input objects that some code refers to, in the order in which it was made. */
    Set<DefinedType> used() {
        return used;
    }

    /** A reader of values of a leaf's type. */
    CodeBlock reader(Type type, boolean mayBeNull) {
        return reader(type, leaf(type.named()), mayBeNull);
    }

    /** @param named reads what is in all lists */
    static CodeBlock reader(Type type, CodeBlock named, boolean mayBeNull) {
        return switch (mayBeNull ? type.nullable() : type) {
            case NonNull nonNull -> CodeBlock.of("$T.nonNull($L)", VALUE_READER, reader(nonNull.type(), named, true));
            case ListOf list -> CodeBlock.of("$T.listOf($L)", VALUE_READER, reader(list.type(), named, false));
            case DefinedType leaf -> named;
        };
    }

    private CodeBlock leaf(DefinedType type) {
        boolean isPlain = type.isBuiltIn() && model.types().of(type).equals(plain(type));
        if (isPlain) return CodeBlock.of("$T.$L", VALUE_READER, type.name().toUpperCase(Locale.ROOT));
        if (type instanceof ScalarType && !type.isBuiltIn() && !coercions.containsKey(type.name()))
            return CodeBlock.of("$T.ANY", VALUE_READER);
        if (type instanceof EnumType) used.add(type);
        return CodeBlock.of("$T.$L", model.leaves(), constant(type));
    }

    private static TypeName plain(DefinedType type) {
        return new JavaTypes(Map.of()).of(type);
    }

    /** A function that makes JSON of a value; null if the value does as it is. */
    @Nullable CodeBlock writer(Type type) {
        return switch (type) {
            case NonNull nonNull -> writer(nonNull.type());
            case ListOf list -> {
                CodeBlock item = writer(list.type());
                yield item == null ? null : CodeBlock.of("$T.listOf($L)", INPUT_OBJECT, item);
            }
            case InputObjectType input -> {
                used.add(input);
                yield CodeBlock.of("$T::asMap", model.generated(input));
            }
            case EnumType names -> {
                used.add(names);
                boolean isRenamed = !model.isBound(names) && ClientModel.isRenamed(names);
                yield isRenamed ? CodeBlock.of("$T::graphqlName", model.generated(names)) : null;
            }
            case ScalarType scalar ->
                coercions.containsKey(scalar.name())
                        ? CodeBlock.of("$T.$L_COERCION::coerceResult", model.leaves(), constant(scalar))
                        : null;
            case DefinedType output -> throw new IllegalArgumentException(output + " is no input");
        };
    }

    /** {@code , value} or {@code , value, writer}, as the last arguments of {@code with}. */
    CodeBlock written(Type type, String value) {
        CodeBlock writer = writer(type);
        return writer == null ? CodeBlock.of("$L", value) : CodeBlock.of("$L, $L", value, writer);
    }

    private String constant(DefinedType type) {
        String free = ClientModel.constant(type.name());
        if (free.endsWith("_COERCION")) free += "_"; // which is what coercions are called
        while (leaves.getOrDefault(free, type) != type) free += "_";
        leaves.put(free, type);
        return free;
    }
}
