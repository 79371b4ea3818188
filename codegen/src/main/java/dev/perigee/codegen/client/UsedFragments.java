package dev.perigee.codegen.client;

import dev.perigee.language.Definition;
import dev.perigee.language.Document;
import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.FragmentSpread;
import dev.perigee.language.Location;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.VariableDefinition;
import dev.perigee.language.Visitor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An operation with the fragments that it uses, and those that they use: what is sent. Descriptions are not, which older servers
 * do not know in documents.
 */
final class UsedFragments {
    private UsedFragments() {}

    static Document with(OperationDefinition operation, Documents documents) {
        Set<String> used = new LinkedHashSet<>();
        List<Definition> definitions = new ArrayList<>();
        Deque<Definition> open = new ArrayDeque<>(List.of(operation));
        while (!open.isEmpty()) {
            Definition definition = open.remove();
            definitions.add(withoutDescription(definition));
            Visitor.builder()
                    .enter(FragmentSpread.class, spread -> {
                        if (used.add(spread.name())) open.add(documents.fragment(spread.name()));
                    })
                    .build()
                    .visit(definition);
        }
        return new Document(definitions, Location.NONE);
    }

    private static Definition withoutDescription(Definition definition) {
        return switch (definition) {
            case OperationDefinition each ->
                new OperationDefinition(
                        null,
                        each.operation(),
                        each.name(),
                        each.variableDefinitions().stream()
                                .map(UsedFragments::withoutDescription)
                                .toList(),
                        each.directives(),
                        each.selectionSet(),
                        each.location());
            case FragmentDefinition each ->
                new FragmentDefinition(
                        null,
                        each.name(),
                        each.typeCondition(),
                        each.directives(),
                        each.selectionSet(),
                        each.location());
            default -> definition;
        };
    }

    private static VariableDefinition withoutDescription(VariableDefinition each) {
        return new VariableDefinition(
                null, each.variable(), each.type(), each.defaultValue(), each.directives(), each.location());
    }
}
