package dev.perigee.graphql;

import dev.perigee.data.SelectedField;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.ImplementingType;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is selected below a field for a remote: the fields that it has, and those that others read of its objects.
 * What is selected of every type of an interface is written once; other fields stand under their types. For one thread.
 */
final class SelectionWriter {
    private final Remote remote;
    private final Needs needs;
    private final Below below;
    private final Slots slots = new Slots();
    private Set<Slot> used = new LinkedHashSet<>();

    SelectionWriter(Remote remote, Needs needs, Below below) {
        this.remote = remote;
        this.needs = needs;
        this.below = below;
    }

    /** What is selected below a field of a type: in one request, or whatever its conditions are. */
    @FunctionalInterface
    interface Below {
        List<? extends SelectedField> of(SelectedField field, ObjectType type);
    }

    /** The whole field, under a name of its own. */
    Selection rootField(SelectedField field, OutputField own, String key) {
        used = new LinkedHashSet<>();
        return new Selection(field(field, own, key), used);
    }

    /** What is selected below. @param more a field of all objects that is read, empty for none */
    Selection objects(SelectedField field, DefinedType type, String more) {
        used = new LinkedHashSet<>();
        return new Selection(selectionSet(field, type, more), used);
    }

    /** A field of one type, as it is written there. */
    private record Written(String text, OutputField definition) {}

    private String field(SelectedField field, OutputField own, String key) {
        return ResponseKeys.aliased(key, own.name()) + arguments(field, own) + selectionSet(field, own.namedType(), "");
    }

    private String arguments(SelectedField field, OutputField own) {
        List<String> arguments = new ArrayList<>();
        for (InputValue argument : own.arguments()) {
            InputValue ours = field.definition().argument(argument.name());
            if (ours == null) continue;
            Slot slot = slots.of(field, argument, ours);
            used.add(slot);
            arguments.add(argument.name() + ": $" + slot.name());
        }
        return arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")";
    }

    private String selectionSet(SelectedField field, DefinedType type, String more) {
        if (!(type instanceof CompositeType composite)) return "";
        Map<ObjectType, Map<String, Written>> byType = new LinkedHashMap<>();
        for (ObjectType ours : field.possibleTypes()) {
            ObjectType own = remote.object(ours.name());
            if (own == null || !remote.schema().isPossibleType(composite, own)) continue;
            byType.put(own, fields(below.of(field, ours), ours, own, more));
        }
        Set<String> parts = new LinkedHashSet<>();
        if (composite instanceof ObjectType object) {
            parts.addAll(byType.getOrDefault(object, Map.of()).keySet());
        } else {
            parts.add("__typename");
            Set<String> common = common(composite, byType);
            parts.addAll(common);
            byType.forEach((own, fields) -> {
                String rest = fields.keySet().stream()
                        .filter(text -> !common.contains(text))
                        .collect(Collectors.joining(" "));
                if (!rest.isEmpty()) parts.add("... on " + own.name() + " { " + rest + " }");
            });
        }
        return " { " + (parts.isEmpty() ? "__typename" : String.join(" ", parts)) + " }";
    }

    private Map<String, Written> fields(
            List<? extends SelectedField> selected, ObjectType ours, ObjectType own, String more) {
        Map<String, Written> fields = new LinkedHashMap<>();
        Set<String> plain = new LinkedHashSet<>();
        Set<String> needed = new LinkedHashSet<>(more.isEmpty() ? Set.of() : Set.of(more));
        for (SelectedField field : selected) {
            OutputField definition = own.field(field.definition().name());
            if (definition == null || !needs.isPart(field)) {
                needed.addAll(needs.of(field, own));
                continue;
            }
            String key = ResponseKeys.of(field);
            String text = field(field, definition, key);
            if (text.equals(definition.name())) plain.add(text);
            fields.put(text, new Written(text, definition));
        }
        for (String name : needed) {
            OutputField definition = own.field(name);
            if (definition == null || plain.contains(name)) continue;
            String text = ResponseKeys.aliased(ResponseKeys.ofNeed(ours.name(), name), name);
            fields.put(text, new Written(text, definition));
        }
        return fields;
    }

    private Set<String> common(CompositeType type, Map<ObjectType, Map<String, Written>> byType) {
        Set<String> common = new LinkedHashSet<>();
        if (!(type instanceof ImplementingType shared) || byType.isEmpty()) return common;
        if (byType.size() < remote.schema().possibleTypes(type).size()) return common;
        byType.values().iterator().next().forEach((text, written) -> {
            boolean isEverywhere = byType.values().stream().allMatch(fields -> fields.containsKey(text));
            if (isEverywhere && isAlike(shared.field(written.definition().name()), written.definition())) {
                common.add(text);
            }
        });
        return common;
    }

    /** Whether what is selected of an object's field can be selected of the interface's, too. */
    private static boolean isAlike(@Nullable OutputField shared, OutputField own) {
        return shared != null && shared.namedType() == own.namedType();
    }
}
