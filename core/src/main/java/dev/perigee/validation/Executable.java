package dev.perigee.validation;

import dev.perigee.language.ExecutableDefinition;
import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.FragmentSpread;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.VariableDefinition;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation or a fragment, and what the walk found in it: the rules on the whole document need no second walk. */
final class Executable {
    private final ExecutableDefinition definition;
    private final int index;
    private final @Nullable DefinedType type;
    private @Nullable TypedSet selections;
    private List<DeclaredVariable> variables = List.of();
    private List<VariableUse> uses = List.of();
    private List<Executable> spreads = List.of();
    private List<FragmentSpread> spreadNodes = List.of();

    /**
     * @param index of an operation among the operations, of a fragment among the fragments
     * @param type what it selects from: the root type, or what the type condition names; null if the schema has none
     */
    Executable(ExecutableDefinition definition, int index, @Nullable DefinedType type) {
        this.definition = definition;
        this.index = index;
        this.type = type;
    }

    ExecutableDefinition definition() {
        return definition;
    }

    int index() {
        return index;
    }

    @Nullable DefinedType type() {
        return type;
    }

    /** The type that it selects from, null if the schema has none or nothing can be selected from it. */
    @Nullable CompositeType compositeType() {
        return type instanceof CompositeType composite ? composite : null;
    }

    /** The name of the operation or fragment, null for an anonymous operation. */
    @Nullable String name() {
        return switch (definition) {
            case OperationDefinition operation -> operation.name();
            case FragmentDefinition fragment -> fragment.name();
        };
    }

    void select(TypedSet selections) {
        this.selections = selections;
    }

    TypedSet selections() {
        if (selections == null) throw new IllegalStateException("The walk did not come here yet.");
        return selections;
    }

    void declare(VariableDefinition variable, @Nullable Type type) {
        if (variables.isEmpty()) variables = new ArrayList<>(4);
        variables.add(new DeclaredVariable(variable, type));
    }

    /** The variables that an operation declares, in their order. */
    List<DeclaredVariable> variables() {
        return variables;
    }

    void use(VariableUse use) {
        if (uses.isEmpty()) uses = new ArrayList<>(4);
        uses.add(use);
    }

    /** The variables used in it, not those used in the fragments that it spreads, in their order. */
    List<VariableUse> uses() {
        return uses;
    }

    void spread(FragmentSpread node, Executable fragment) {
        if (spreads.isEmpty()) {
            spreads = new ArrayList<>(4);
            spreadNodes = new ArrayList<>(4);
        }
        spreads.add(fragment);
        spreadNodes.add(node);
    }

    /** The fragments that it spreads, in the order of {@link #spreadNodes}; one may be there often. */
    List<Executable> spreads() {
        return spreads;
    }

    /** The places where it spreads a fragment that exists. */
    List<FragmentSpread> spreadNodes() {
        return spreadNodes;
    }
}
