package dev.perigee.validation;

import dev.perigee.language.Definition;
import dev.perigee.language.Document;
import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.OperationDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations and fragments of one document, and what the walk found in them. */
final class Executables {
    private final List<Executable> operations = new ArrayList<>(1);
    private final List<Executable> fragments = new ArrayList<>(0);
    private Map<String, Executable> fragmentsByName = Map.of();
    private int sets;
    private @Nullable FragmentGraph graph;
    private @Nullable VariableFlow variableFlow;

    private Executables() {}

    static Executables of(Document document) {
        Executables executables = new Executables();
        for (Definition definition : document.definitions()) {
            switch (definition) {
                case OperationDefinition operation -> executables.add(operation);
                case FragmentDefinition fragment -> executables.add(fragment);
                default -> {} // not executable, as a rule says
            }
        }
        return executables;
    }

    private void add(OperationDefinition operation) {
        operations.add(new Executable(operation, operations.size()));
    }

    private void add(FragmentDefinition fragment) {
        Executable executable = new Executable(fragment, fragments.size());
        fragments.add(executable);
        if (fragmentsByName.isEmpty()) fragmentsByName = new HashMap<>();
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
    TypedSet enterSet(Executable executable) {
        return new TypedSet(executable, sets++);
    }

    /** Which fragment spreads which; when all was walked. */
    FragmentGraph graph(Effort effort) {
        if (graph == null) graph = new FragmentGraph(fragments, effort);
        return graph;
    }

    /** Which variables reach which operation; when all was walked. */
    VariableFlow variableFlow(Scope scope) {
        if (variableFlow == null) variableFlow = VariableFlow.of(scope);
        return variableFlow;
    }
}
