package dev.perigee.client;

import dev.perigee.schema.IntrospectionFeature;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which parts of introspection a server has, by what introspection says of its own types. */
final class IntrospectionFeatures {
    /** Each field once: some servers take several of {@code __type} for an attack. */
    static final String QUERY =
            "query IntrospectionFeatures { __schema { types { name fields { name args { name } } } } }";

    private static final ValueReader<List<Data>> OBJECTS =
            ValueReader.nonNull(ValueReader.listOf(ValueReader.nonNull(ValueReader.object(data -> data))));

    /** The fields of introspection's types, each with the names of its arguments. */
    private final Map<String, List<String>> fields = new HashMap<>();

    private IntrospectionFeatures() {}

    static Operation<Set<IntrospectionFeature>> operation() {
        return Operation.of(QUERY).as(IntrospectionFeatures::found);
    }

    private static Set<IntrospectionFeature> found(Data answer) {
        IntrospectionFeatures introspection = new IntrospectionFeatures();
        Data schema = answer.read("__schema", ValueReader.nonNull(ValueReader.object(data -> data)));
        schema.read("types", OBJECTS).forEach(introspection::type);
        return introspection.found();
    }

    private void type(Data type) {
        String name = name(type);
        if (!name.startsWith("__") || type.asMap().get("fields") == null) return;
        for (Data field : type.read("fields", OBJECTS)) {
            List<String> arguments = field.read("args", OBJECTS).stream()
                    .map(IntrospectionFeatures::name)
                    .toList();
            fields.put(name + "." + name(field), arguments);
        }
    }

    private Set<IntrospectionFeature> found() {
        Set<IntrospectionFeature> found = EnumSet.noneOf(IntrospectionFeature.class);
        for (IntrospectionFeature feature : IntrospectionFeature.values()) if (has(feature)) found.add(feature);
        return found;
    }

    private boolean has(IntrospectionFeature feature) {
        return switch (feature) {
            case DESCRIPTIONS -> fields.containsKey("__Type.description");
            case SCHEMA_DESCRIPTION -> fields.containsKey("__Schema.description");
            case SPECIFIED_BY_URL -> fields.containsKey("__Type.specifiedByURL");
            case REPEATABLE_DIRECTIVES -> fields.containsKey("__Directive.isRepeatable");
            case DEPRECATED_INPUTS ->
                fields.containsKey("__InputValue.isDeprecated")
                        && takesDeprecated("__Field.args")
                        && takesDeprecated("__Directive.args")
                        && takesDeprecated("__Type.inputFields");
            case ONE_OF -> fields.containsKey("__Type.isOneOf");
        };
    }

    private boolean takesDeprecated(String field) {
        @Nullable List<String> arguments = fields.get(field);
        return arguments != null && arguments.contains("includeDeprecated");
    }

    private static String name(Data data) {
        return data.read("name", ValueReader.nonNull(ValueReader.STRING));
    }
}
