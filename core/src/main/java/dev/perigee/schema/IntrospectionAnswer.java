package dev.perigee.schema;

import dev.perigee.language.Definition;
import dev.perigee.language.Field;
import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.FragmentSpread;
import dev.perigee.language.InlineFragment;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Parser;
import dev.perigee.language.Selection;
import dev.perigee.language.SelectionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers introspection queries of our own, which are valid, without an engine. */
final class IntrospectionAnswer {
    private final Schema schema;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();

    private IntrospectionAnswer(Schema schema) {
        this.schema = schema;
    }

    static Map<String, @Nullable Object> answer(Schema schema, String query) {
        IntrospectionAnswer answer = new IntrospectionAnswer(schema);
        SelectionSet selections = null;
        for (Definition definition : Parser.parse(query).definitions()) {
            if (definition instanceof FragmentDefinition fragment) answer.fragments.put(fragment.name(), fragment);
            if (definition instanceof OperationDefinition operation) selections = operation.selectionSet();
        }
        return answer.object(schema, schema.queryType(), Objects.requireNonNull(selections));
    }

    private Map<String, @Nullable Object> object(Object value, ImplementingType type, SelectionSet selections) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        collect(value, type, selections, object);
        return object;
    }

    private void collect(
            Object value, ImplementingType type, SelectionSet selections, Map<String, @Nullable Object> object) {
        for (Selection selection : selections.selections()) {
            switch (selection) {
                case Field field -> object.put(field.responseName(), read(value, type, field));
                case InlineFragment fragment -> collect(value, type, fragment.selectionSet(), object);
                case FragmentSpread spread ->
                    collect(value, type, fragment(spread).selectionSet(), object);
            }
        }
    }

    private FragmentDefinition fragment(FragmentSpread spread) {
        return Objects.requireNonNull(fragments.get(spread.name()), spread.name());
    }

    private @Nullable Object read(Object value, ImplementingType type, Field node) {
        OutputField field = type.field(node.name());
        if (field == null) field = Introspection.metaField(schema, type, node.name());
        Objects.requireNonNull(field, node.name());
        Map<String, @Nullable Object> arguments = InputCoercion.coerceArguments(
                        field.arguments(), node.arguments(), Map.of(), node.location())
                .value();
        return complete(Introspection.reader(schema, field).read(value, arguments), field.type(), node.selectionSet());
    }

    private @Nullable Object complete(@Nullable Object value, Type type, @Nullable SelectionSet selections) {
        if (value == null || selections == null) return value;
        if (!(value instanceof List<?> list)) return object(value, (ImplementingType) type.named(), selections);
        List<@Nullable Object> items = new ArrayList<>(list.size());
        for (Object item : list) items.add(complete(item, type, selections));
        return items;
    }
}
