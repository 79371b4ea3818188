package dev.perigee.validation;

import dev.perigee.language.Definition;
import dev.perigee.language.Document;
import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.SelectionSet;
import dev.perigee.language.Variable;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.Schema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations and fragments of one document, and what the walk found in them. */
final class Executables {
    private final List<Executable> operations = new ArrayList<>(1);
    private final List<Executable> fragments = new ArrayList<>(0);
    private final Map<String, Executable> fragmentsByName;
    private final Map<String, VariablePositions> variablePositions = new LinkedHashMap<>(0);
    private int sets;
    private @Nullable FragmentGraph graph;
    private @Nullable BitSet usedFragments;
    private @Nullable VariableFlow variableFlow;

    private Executables(int definitions) {
        this.fragmentsByName = new HashMap<>(2 * definitions);
    }

    static Executables of(Document document, Schema schema) {
        Executables executables = new Executables(document.definitions().size());
        for (Definition definition : document.definitions()) {
            switch (definition) {
                case OperationDefinition operation ->
                    executables.add(operation, schema.rootType(operation.operation()));
                case FragmentDefinition fragment ->
                    executables.add(
                            fragment, schema.type(fragment.typeCondition().name()));
                default -> {} // not executable, as a rule says
            }
        }
        return executables;
    }

    private void add(OperationDefinition operation, @Nullable DefinedType type) {
        operations.add(new Executable(operation, operations.size(), type));
    }

    private void add(FragmentDefinition fragment, @Nullable DefinedType type) {
        Executable executable = new Executable(fragment, fragments.size(), type);
        fragments.add(executable);
        fragmentsByName.putIfAbsent(fragment.name(), executable);
    }

    List<Executable> operations() {
        return operations;
    }

    /** All fragments, also those whose name an earlier one has. */
    List<Executable> fragments() {
        return fragments;
    }

    /** A fragment by name, the first if there are more; null if there is none. */
    @Nullable Executable fragment(String name) {
        return fragmentsByName.get(name);
    }

    Collection<String> fragmentNames() {
        return fragmentsByName.keySet();
    }

    /** A set of selections that the walk enters: its fields, and the fragments spread in it, are to be added. */
    TypedSet enterSet(SelectionSet node) {
        return new TypedSet(node.selections().size(), sets++);
    }

    /** A variable that the walk finds, with what is expected of it there. */
    VariableUse use(Variable variable, VariablePosition position) {
        String name = variable.name();
        VariablePositions positions = variablePositions.get(name);
        if (positions == null) {
            positions = new VariablePositions();
            variablePositions.put(name, positions);
        }
        return new VariableUse(variable, positions, positions.number(position));
    }

    /** Of all variables that are used somewhere, in the order in which they first are. */
    Collection<VariablePositions> variablePositions() {
        return variablePositions.values();
    }

    /** Of the variables of one name, null if none is used. */
    @Nullable VariablePositions variablePositions(String name) {
        return variablePositions.get(name);
    }

    /** Which fragment spreads which; when all was walked. */
    FragmentGraph graph(Effort effort) {
        if (graph == null) graph = new FragmentGraph(fragments, effort);
        return graph;
    }

    /** The fragments that operations spread, directly or through others, by index; when all was walked. */
    BitSet usedFragments(Effort effort) {
        if (usedFragments == null) usedFragments = graph(effort).reached(operations);
        return usedFragments;
    }

    /** Which variables reach which operation; when all was walked. */
    VariableFlow variableFlow(Scope scope) {
        if (variableFlow == null) variableFlow = VariableFlow.of(scope);
        return variableFlow;
    }
}
