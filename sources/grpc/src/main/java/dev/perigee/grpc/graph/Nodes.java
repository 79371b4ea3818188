package dev.perigee.grpc.graph;

import dev.perigee.language.Argument;
import dev.perigee.language.Directive;
import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.ListType;
import dev.perigee.language.ListValue;
import dev.perigee.language.Location;
import dev.perigee.language.NamedType;
import dev.perigee.language.NonNullType;
import dev.perigee.language.ObjectField;
import dev.perigee.language.ObjectTypeDefinition;
import dev.perigee.language.ObjectValue;
import dev.perigee.language.StringValue;
import dev.perigee.language.TypeReference;
import dev.perigee.language.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of the schema's syntax tree, which stands in no source. */
final class Nodes {
    static final Location NONE = Location.NONE;

    private Nodes() {}

    static TypeReference named(String name) {
        return new NamedType(name, NONE);
    }

    static TypeReference nonNull(TypeReference type) {
        return new NonNullType(type, NONE);
    }

    static TypeReference nonNullIf(boolean isNonNull, TypeReference type) {
        return isNonNull ? nonNull(type) : type;
    }

    /** {@code [T!]}. */
    static TypeReference listOf(TypeReference item) {
        return new ListType(nonNull(item), NONE);
    }

    static @Nullable StringValue description(@Nullable String text) {
        return text == null || text.isEmpty() ? null : new StringValue(text, true, NONE);
    }

    static ObjectTypeDefinition object(
            @Nullable String description, String name, List<Directive> directives, List<FieldDefinition> fields) {
        return new ObjectTypeDefinition(description(description), name, List.of(), directives, fields, NONE);
    }

    static FieldDefinition field(@Nullable String description, String name, TypeReference type) {
        return new FieldDefinition(description(description), name, List.of(), type, List.of(), NONE);
    }

    static InputValueDefinition input(
            @Nullable String description, String name, TypeReference type, List<Directive> directives) {
        return new InputValueDefinition(description(description), name, type, null, directives, NONE);
    }

    static Directive directive(String name, Argument... arguments) {
        return new Directive(name, List.of(arguments), NONE);
    }

    static Argument argument(String name, Value value) {
        return new Argument(name, value, NONE);
    }

    static StringValue string(String text) {
        return new StringValue(text, false, NONE);
    }

    static ListValue strings(List<String> texts) {
        return new ListValue(texts.stream().<Value>map(Nodes::string).toList(), NONE);
    }

    static ObjectField entry(String name, Value value) {
        return new ObjectField(name, value, NONE);
    }

    static ObjectValue object(List<ObjectField> fields) {
        return new ObjectValue(fields, NONE);
    }
}
