package dev.perigee.client.select;

import dev.perigee.client.InputObject;
import dev.perigee.client.Operation;
import dev.perigee.language.Argument;
import dev.perigee.language.Location;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.OperationType;
import dev.perigee.language.Parser;
import dev.perigee.language.Printer;
import dev.perigee.language.SelectionSet;
import dev.perigee.language.Variable;
import dev.perigee.language.VariableDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of an operation that is being built: one for each argument that is given. For one thread. */
public final class Variables {
    private final List<VariableDefinition> definitions = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private InputObject values = InputObject.EMPTY;

    List<Argument> add(Arguments arguments) {
        return arguments.given().stream().map(this::add).toList();
    }

    private Argument add(Arguments.Given given) {
        Variable variable = new Variable(free(given.name()), Location.NONE);
        definitions.add(
                new VariableDefinition(null, variable, Parser.parseType(given.type()), null, List.of(), Location.NONE));
        values = values.with(variable.name(), given.value());
        return new Argument(given.name(), variable, Location.NONE);
    }

    /** The argument's own name, or with a number. */
    private String free(String name) {
        String free = name;
        for (int i = 2; !names.add(free); i++) free = name + "_" + i;
        return free;
    }

    Operation<Map<String, @Nullable Object>> operation(OperationType type, SelectionSet selectionSet) {
        String document = Printer.print(
                new OperationDefinition(null, type, null, definitions, List.of(), selectionSet, Location.NONE));
        return Operation.of(document).variables(values.asMap());
    }
}
