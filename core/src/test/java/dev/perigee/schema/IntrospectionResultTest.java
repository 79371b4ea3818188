package dev.perigee.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perigee.language.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers of other servers: what is wrong with them is said with its path. */
class IntrospectionResultTest {
    private static final String QUERY = "{'kind':'OBJECT','name':'Query','fields':[{'name':'a','args':[],'type':%s}]}";

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void bad_results(String json, List<String> problems) {
        assertThatThrownBy(() -> IntrospectionResult.toSchema(map(json)))
                .isInstanceOfSatisfying(
                        SchemaException.class,
                        exception -> assertThat(exception.problems())
                                .extracting(problem -> problem.message()
                                        .replace("In the introspection result, ", "")
                                        .replaceFirst("(is no literal): .*", "$1"))
                                .isEqualTo(problems));
    }

    static Stream<Arguments> bad_results() {
        return Stream.of(
                arguments("{}", List.of("\"data.__schema\" is missing: it must be an object.")),
                arguments("{'__schema':3}", List.of("\"__schema\" must be an object, not 3.")),
                arguments("{'data':null}", List.of("\"data.__schema\" is missing: it must be an object.")),
                arguments(
                        "{'__schema':{}}",
                        List.of(
                                "\"__schema.queryType\" is missing: it must be an object.",
                                "\"__schema.types\" is missing: it must be a list.")),
                arguments(
                        "{'__schema':{'queryType':{'name':1},'mutationType':[],'types':{},'directives':''}}",
                        List.of(
                                "\"__schema.queryType.name\" must be a string, not 1.",
                                "\"__schema.mutationType\" must be an object, not a list.",
                                "\"__schema.directives\" must be a list, not \"\".",
                                "\"__schema.types\" must be a list, not an object.")),
                arguments(
                        schema("null, {}, {'name':'A'}, {'name':'A','kind':'LIST'}, {'name':'A','kind':'OBJECT'}"),
                        List.of(
                                "\"__schema.types[0]\" is missing: it must be an object.",
                                "\"__schema.types[1].name\" is missing: it must be a string.",
                                "\"__schema.types[1].kind\" is missing: it must be a string.",
                                "\"__schema.types[1].kind\" is no kind of a type with a name.",
                                "\"__schema.types[2].kind\" is missing: it must be a string.",
                                "\"__schema.types[2].kind\" is no kind of a type with a name.",
                                "\"__schema.types[3].kind\" is no kind of a type with a name.",
                                "\"__schema.types[4].fields\" is missing: it must be a list.")),
                arguments(
                        schema(QUERY.formatted("{'kind':'LIST','name':null,'ofType':{'kind':'NON_NULL'}}")),
                        List.of("\"__schema.types[0].fields[0].type.ofType.ofType\" is missing: it must be an"
                                + " object.")),
                arguments(
                        schema(QUERY.formatted("{'kind':'NON_NULL','ofType':{'kind':'NON_NULL','ofType':{}}}")),
                        List.of("\"__schema.types[0].fields[0].type.ofType\" is a non-null in a non-null.")),
                arguments(
                        schema("{'kind':'INPUT_OBJECT','name':'I','inputFields':[{'name':'a','type':{'kind':'SCALAR',"
                                + "'name':'Int'},'defaultValue':'[1','isDeprecated':'yes'}]}"),
                        List.of(
                                "\"__schema.types[0].inputFields[0].defaultValue\" is no literal",
                                "\"__schema.types[0].inputFields[0].isDeprecated\" must be true or false, not"
                                        + " \"yes\".")),
                // What has the right form goes through all rules of schemas.
                arguments(
                        schema("{'kind':'ENUM','name':'a b','enumValues':[{'name':'null'}]},"
                                + "{'kind':'UNION','name':'U','possibleTypes':[{'name':'X'}]}"),
                        List.of(
                                "\"schema\" needs type \"Query\", which is not defined.",
                                "\"a b\" is not a name: letters, digits and _, the first not a digit.",
                                "Enum value \"a b.null\" would read as the literal null.",
                                "\"U\" needs type \"X\", which is not defined.")));
    }

    private static String schema(String types) {
        return "{'__schema':{'queryType':{'name':'Query'},'types':[" + types + "]}}";
    }

    @Test
    void many_levels_of_lists_are_too_many() {
        Map<String, Object> type = new HashMap<>(Map.of("kind", "SCALAR", "name", "Int"));
        for (int i = 0; i < 100_000; i++) type = new HashMap<>(Map.of("kind", "LIST", "ofType", type));
        Map<String, Object> field = Map.of("name", "a", "args", List.of(), "type", type);
        Map<String, Object> query = Map.of("kind", "OBJECT", "name", "Query", "fields", List.of(field));
        Map<String, Object> schema = Map.of("queryType", Map.of("name", "Query"), "types", List.of(query));
        assertThatThrownBy(() -> IntrospectionResult.toSchema(Map.of("__schema", schema)))
                .isInstanceOf(SchemaException.class)
                .hasMessage("In the introspection result, \"__schema.types[0].fields[0].type\" has more than 100 lists"
                        + " and non-nulls around it.");
    }

    /** Anything may be missing or of another kind: then there is a message, and nothing else. */
    @Test
    void broken_results_give_messages() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Schema schema = Schema.of(Source.of("test", RandomSchemas.introspectable(seed % 20, 2)));
            Object broken = broken(IntrospectionResult.of(schema), random);
            try {
                IntrospectionResult.toSchema(cast(broken));
            } catch (SchemaException exception) {
                assertThat(exception.problems()).isNotEmpty();
            }
        }
    }

    private static Object broken(Object value, Random random) {
        if (random.nextInt(200) == 0) {
            return List.of("", "x", 1, true, List.of(), Map.of(), "LIST", "NON_NULL")
                    .get(random.nextInt(8));
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            for (Object item : list) items.add(broken(item, random));
            return items;
        }
        if (!(value instanceof Map<?, ?> map)) return value;
        Map<Object, Object> members = new HashMap<>();
        map.forEach((name, member) -> {
            if (random.nextInt(200) != 0) members.put(name, broken(member, random));
        });
        return members;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static Map<String, Object> map(String json) throws JsonProcessingException {
        return new ObjectMapper().readValue(json.replace('\'', '"'), new TypeReference<>() {});
    }
}
