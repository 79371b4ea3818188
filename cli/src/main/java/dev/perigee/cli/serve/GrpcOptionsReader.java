package dev.perigee.cli.serve;

import dev.perigee.grpc.graph.GraphOptions;
import dev.perigee.grpc.graph.GraphOptionsBuilder;
import dev.perigee.language.OperationType;
import dev.perigee.settings.Problems;
import dev.perigee.settings.SettingsGroup;
import dev.perigee.settings.SettingsGroup.Text;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads how an IDL becomes a graph, from the settings of {@code grpc}. */
final class GrpcOptionsReader {
    private static final String FULL_NAMES = "full names, such as acme.v1.Users";
    private static final String A_NAME = "a name";
    private static final int MOST_REPLIES = 1_000_000;

    private final Problems problems;

    private enum Operation {
        QUERY(OperationType.QUERY),
        MUTATION(OperationType.MUTATION),
        SUBSCRIPTION(OperationType.SUBSCRIPTION);

        private final OperationType type;

        Operation(OperationType type) {
            this.type = type;
        }
    }

    GrpcOptionsReader(Problems problems) {
        this.problems = problems;
    }

    GraphOptions read(SettingsGroup grpc) {
        GraphOptionsBuilder options = GraphOptions.builder();
        names(options, grpc);
        forms(options, grpc);
        methods(options, grpc);
        try {
            return options.build();
        } catch (IllegalArgumentException e) {
            problems.add(1, 1, "\"grpc\" can't be: " + e.getMessage() + ".");
            return GraphOptions.DEFAULT;
        }
    }

    private static void names(GraphOptionsBuilder options, SettingsGroup grpc) {
        if (grpc.has("services")) options.services(list(grpc, "services"));
        options.withoutServices(list(grpc, "withoutServices")).hide(list(grpc, "hide"));
        each(grpc, "names", options::rename);
        each(grpc, "inputNames", options::renameInput);
        each(grpc, "prefixes", options::prefix);
        options.fieldNames(grpc.choice("fieldNames", GraphOptions.FieldNames.JSON));
        options.include(List.of(list(grpc, "include")));
    }

    private static void forms(GraphOptionsBuilder options, SettingsGroup grpc) {
        options.nullability(grpc.choice("nullability", GraphOptions.Nullability.STRICT))
                .integers(grpc.choice("integers", GraphOptions.Integers.STRINGS))
                .maps(grpc.choice("maps", GraphOptions.Maps.ENTRIES))
                .enumPrefixes(grpc.choice("enumPrefixes", GraphOptions.EnumPrefixes.CUT))
                .unspecified(grpc.choice("unspecified", GraphOptions.Unspecified.VALUE))
                .unknownEnumValue(grpc.text("unknownEnumValue", A_NAME))
                .ids(list(grpc, "ids"))
                .jsonMaps(list(grpc, "jsonMaps"))
                .unions(list(grpc, "unions"));
    }

    private static void methods(GraphOptionsBuilder options, SettingsGroup grpc) {
        SettingsGroup operations = grpc.group("operations");
        for (Text method : operations.names()) {
            options.operation(method.value(), operations.choice(method.value(), Operation.QUERY).type);
        }
        if (grpc.has("queryPrefixes")) options.queryPrefixes(list(grpc, "queryPrefixes"));
        each(grpc, "expose", options::expose);
        SettingsGroup lists = grpc.group("lists");
        for (Text method : lists.names()) {
            options.list(method.value(), lists.integer(method.value(), 1, 1, MOST_REPLIES));
        }
        options.connections(list(grpc, "connections"))
                .oneMessage(list(grpc, "oneMessage"))
                .explicit(list(grpc, "explicit"));
    }

    private static void each(SettingsGroup grpc, String name, BiConsumer<String, String> option) {
        SettingsGroup group = grpc.group(name);
        for (Text key : group.names()) {
            @Nullable String value = group.text(key.value(), A_NAME);
            if (value != null) option.accept(key.value(), value);
        }
    }

    private static String[] list(SettingsGroup grpc, String name) {
        return grpc.texts(name, FULL_NAMES).stream().map(Text::value).toArray(String[]::new);
    }
}
