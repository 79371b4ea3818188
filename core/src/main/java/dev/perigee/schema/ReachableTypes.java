package dev.perigee.schema;

import dev.perigee.language.OperationType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types that what is visible of a schema leads to. For one walk. */
final class ReachableTypes {
    private final Schema schema;
    private final Visibility visibility;
    private final Set<DefinedType> found = new LinkedHashSet<>();
    private final Deque<DefinedType> open = new ArrayDeque<>();

    private ReachableTypes(Schema schema, Visibility visibility) {
        this.schema = schema;
        this.visibility = visibility;
    }

    /** The types of a face. What nothing leads to in the whole schema either, is in it unless it is marked. */
    static Set<DefinedType> of(Schema schema, Visibility visibility) {
        Set<DefinedType> inWhole = new ReachableTypes(schema, Visibility.WHOLE).walk(List.of());
        List<DefinedType> others =
                schema.types().stream().filter(type -> !inWhole.contains(type)).toList();
        return new ReachableTypes(schema, visibility).walk(others);
    }

    private Set<DefinedType> walk(Collection<DefinedType> others) {
        for (OperationType kind : OperationType.values()) reach(schema.rootType(kind));
        for (DirectiveType directive : schema.directives()) {
            if (visibility.isVisible(directive)) reachInputs(directive.arguments());
        }
        others.forEach(this::reach);
        while (!open.isEmpty()) goOn(open.remove());
        return found;
    }

    private void reach(@Nullable DefinedType type) {
        if (type != null && visibility.isVisible(type) && found.add(type)) open.add(type);
    }

    private void goOn(DefinedType type) {
        switch (type) {
            case ObjectType object -> goOn(object);
            case InterfaceType interfaceType -> {
                goOn(interfaceType);
                schema.possibleTypes(interfaceType).forEach(this::reach);
            }
            case UnionType union -> union.types().forEach(this::reach);
            case InputObjectType input -> reachInputs(input.fields());
            case ScalarType scalar -> {} // nothing is behind it
            case EnumType enumType -> {}
        }
    }

    private void goOn(ImplementingType type) {
        type.interfaces().forEach(this::reach);
        for (OutputField field : type.fields()) {
            if (!visibility.isVisible(type, field)) continue;
            reach(field.namedType());
            for (InputValue argument : field.arguments()) {
                if (visibility.isVisible(type, field, argument))
                    reach(argument.type().named());
            }
        }
    }

    private void reachInputs(List<InputValue> inputs) {
        for (InputValue input : inputs) {
            if (visibility.isVisible(input)) reach(input.type().named());
        }
    }
}
