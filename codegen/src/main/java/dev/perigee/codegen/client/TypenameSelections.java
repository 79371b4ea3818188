package dev.perigee.codegen.client;

import dev.perigee.language.Definition;
import dev.perigee.language.Field;
import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.FragmentSpread;
import dev.perigee.language.InlineFragment;
import dev.perigee.language.Location;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Selection;
import dev.perigee.language.SelectionSet;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Adds {@code __typename} where what is selected depends on the type of the object, and nobody has asked for it. */
final class TypenameSelections {
    private static final Field TYPENAME = new Field(null, "__typename", List.of(), List.of(), null, Location.NONE);

    private final Schema schema;
    private final ShapeReader shapes;

    private TypenameSelections(Schema schema, ShapeReader shapes) {
        this.schema = schema;
        this.shapes = shapes;
    }

    static Documents added(Schema schema, Documents documents) {
        TypenameSelections typenames =
                new TypenameSelections(schema, new ShapeReader(schema, documents, new ArrayList<>()));
        List<Definition> definitions = new ArrayList<>();
        for (OperationDefinition each : documents.operations()) definitions.add(typenames.in(each));
        for (FragmentDefinition each : documents.fragments().values()) definitions.add(typenames.in(each));
        return Documents.of(definitions);
    }

    private OperationDefinition in(OperationDefinition operation) {
        CompositeType root = Objects.requireNonNull(schema.rootType(operation.operation()));
        return new OperationDefinition(
                operation.description(),
                operation.operation(),
                operation.name(),
                operation.variableDefinitions(),
                operation.directives(),
                below(root, operation.selectionSet()),
                operation.location());
    }

    private FragmentDefinition in(FragmentDefinition fragment) {
        return new FragmentDefinition(
                fragment.description(),
                fragment.name(),
                fragment.typeCondition(),
                fragment.directives(),
                whole(type(fragment.typeCondition().name()), fragment.selectionSet()),
                fragment.location());
    }

    /** Of a field's objects. */
    private SelectionSet whole(CompositeType type, SelectionSet set) {
        SelectionSet below = below(type, set);
        boolean isThere = set.selections().stream()
                .anyMatch(each -> each instanceof Field field
                        && field.responseName().equals("__typename")
                        && field.directives().isEmpty());
        if (isThere || shapes.only(type, set) != null || !shapes.branches(type, set)) return below;
        List<Selection> selections = new ArrayList<>();
        selections.add(TYPENAME);
        selections.addAll(below.selections());
        return new SelectionSet(selections, set.location());
    }

    private SelectionSet below(CompositeType type, SelectionSet set) {
        List<Selection> selections = new ArrayList<>();
        for (Selection each : set.selections()) selections.add(below(type, each));
        return new SelectionSet(selections, set.location());
    }

    private Selection below(CompositeType type, Selection selection) {
        return switch (selection) {
            case Field field -> below(type, field);
            case FragmentSpread spread -> spread;
            case InlineFragment inline -> {
                CompositeType own = inline.typeCondition() == null
                        ? type
                        : type(inline.typeCondition().name());
                yield new InlineFragment(
                        inline.typeCondition(),
                        inline.directives(),
                        below(own, inline.selectionSet()),
                        inline.location());
            }
        };
    }

    private Field below(CompositeType parent, Field field) {
        OutputField definition = parent.field(field.name());
        SelectionSet set = field.selectionSet();
        if (set == null || definition == null || !(definition.namedType() instanceof CompositeType type)) return field;
        return new Field(
                field.alias(), field.name(), field.arguments(), field.directives(), whole(type, set), field.location());
    }

    private CompositeType type(String name) {
        return (CompositeType) Objects.requireNonNull(schema.type(name));
    }
}
