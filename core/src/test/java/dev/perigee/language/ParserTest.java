package dev.perigee.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every production of the grammar, and what it refuses. */
class ParserTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void definitions(String text, String tree) {
        Document document = Parser.parse(text);

        assertThat(document.definitions()).hasSize(1);
        assertThat(Trees.describe(document.definitions().getFirst())).isEqualTo(tree);
    }

    static Stream<Arguments> definitions() {
        String a = "selectionSet=(SelectionSet selections=[(Field name=\"a\")])";
        String x = "directives=[(Directive name=\"x\")]";
        return Stream.of(
                // operations
                arguments("{a}", "(OperationDefinition operation=QUERY " + a + ")"),
                arguments("query{a}", "(OperationDefinition operation=QUERY " + a + ")"),
                arguments("query Q{a}", "(OperationDefinition operation=QUERY name=\"Q\" " + a + ")"),
                arguments("query query{a}", "(OperationDefinition operation=QUERY name=\"query\" " + a + ")"),
                arguments("mutation on{a}", "(OperationDefinition operation=MUTATION name=\"on\" " + a + ")"),
                arguments("subscription @x{a}", "(OperationDefinition operation=SUBSCRIPTION " + x + " " + a + ")"),
                arguments(
                        "\"d\" query{a}",
                        "(OperationDefinition description=(StringValue value=\"d\" block=false) operation=QUERY " + a
                                + ")"),
                arguments(
                        "query($v:Int){a}",
                        "(OperationDefinition operation=QUERY variableDefinitions=[(VariableDefinition"
                                + " variable=(Variable name=\"v\") type=(NamedType name=\"Int\"))] " + a + ")"),
                arguments(
                        "query(\"\"\"d\"\"\" $v:[Int!]!=[1] @x){a}",
                        "(OperationDefinition operation=QUERY variableDefinitions=[(VariableDefinition"
                                + " description=(StringValue value=\"d\" block=true) variable=(Variable name=\"v\")"
                                + " type=(NonNullType type=(ListType type=(NonNullType type=(NamedType name=\"Int\"))))"
                                + " defaultValue=(ListValue values=[(IntValue value=\"1\")]) " + x + ")] " + a + ")"),
                // fragments
                arguments(
                        "fragment F on T @x{a}",
                        "(FragmentDefinition name=\"F\" typeCondition=(NamedType name=\"T\") " + x + " " + a + ")"),
                arguments(
                        "\"d\" fragment fragment on on{a}",
                        "(FragmentDefinition description=(StringValue value=\"d\" block=false) name=\"fragment\""
                                + " typeCondition=(NamedType name=\"on\") " + a + ")"),
                // schema
                arguments(
                        "\"d\" schema @x{query:Q mutation:M subscription:S}",
                        "(SchemaDefinition description=(StringValue value=\"d\" block=false) " + x + " operationTypes=["
                                + "(OperationTypeDefinition operation=QUERY type=(NamedType name=\"Q\")) "
                                + "(OperationTypeDefinition operation=MUTATION type=(NamedType name=\"M\")) "
                                + "(OperationTypeDefinition operation=SUBSCRIPTION type=(NamedType name=\"S\"))])"),
                arguments("extend schema @x", "(SchemaExtension " + x + ")"),
                arguments(
                        "extend schema{query:Q}",
                        "(SchemaExtension operationTypes=[(OperationTypeDefinition operation=QUERY type=(NamedType"
                                + " name=\"Q\"))])"),
                // scalars
                arguments("scalar S", "(ScalarTypeDefinition name=\"S\")"),
                arguments("scalar scalar @x", "(ScalarTypeDefinition name=\"scalar\" " + x + ")"),
                arguments("extend scalar S @x", "(ScalarTypeExtension name=\"S\" " + x + ")"),
                // objects
                arguments("type T", "(ObjectTypeDefinition name=\"T\")"),
                arguments(
                        "type T implements A&B @x{a:T}",
                        "(ObjectTypeDefinition name=\"T\" interfaces=[(NamedType name=\"A\") (NamedType name=\"B\")] "
                                + x + " fields=[(FieldDefinition name=\"a\" type=(NamedType name=\"T\"))])"),
                arguments(
                        "type type implements & A",
                        "(ObjectTypeDefinition name=\"type\" interfaces=[(NamedType name=\"A\")])"),
                arguments(
                        "type T{\"d\" type(\"e\" input:Int=1 @x):[T!] @x}",
                        "(ObjectTypeDefinition name=\"T\" fields=[(FieldDefinition"
                                + " description=(StringValue value=\"d\" block=false) name=\"type\""
                                + " arguments=[(InputValueDefinition description=(StringValue value=\"e\" block=false)"
                                + " name=\"input\" type=(NamedType name=\"Int\") defaultValue=(IntValue value=\"1\") "
                                + x
                                + ")] type=(ListType type=(NonNullType type=(NamedType name=\"T\"))) " + x + ")])"),
                arguments(
                        "extend type T implements A",
                        "(ObjectTypeExtension name=\"T\" interfaces=[(NamedType name=\"A\")])"),
                arguments("extend type T @x", "(ObjectTypeExtension name=\"T\" " + x + ")"),
                arguments(
                        "extend type T{a:T}",
                        "(ObjectTypeExtension name=\"T\" fields=[(FieldDefinition name=\"a\" type=(NamedType"
                                + " name=\"T\"))])"),
                // interfaces
                arguments(
                        "interface I implements J{a:T}",
                        "(InterfaceTypeDefinition name=\"I\" interfaces=[(NamedType name=\"J\")]"
                                + " fields=[(FieldDefinition name=\"a\" type=(NamedType name=\"T\"))])"),
                arguments(
                        "extend interface I implements &J&K",
                        "(InterfaceTypeExtension name=\"I\" interfaces=[(NamedType name=\"J\") (NamedType"
                                + " name=\"K\")])"),
                // unions
                arguments("union U", "(UnionTypeDefinition name=\"U\")"),
                arguments(
                        "union U @x=|A|B",
                        "(UnionTypeDefinition name=\"U\" " + x
                                + " types=[(NamedType name=\"A\") (NamedType name=\"B\")])"),
                arguments("extend union U=A", "(UnionTypeExtension name=\"U\" types=[(NamedType name=\"A\")])"),
                arguments("extend union U @x", "(UnionTypeExtension name=\"U\" " + x + ")"),
                // enums
                arguments("enum E", "(EnumTypeDefinition name=\"E\")"),
                arguments(
                        "enum E @x{\"d\" A @x on}",
                        "(EnumTypeDefinition name=\"E\" " + x + " values=[(EnumValueDefinition"
                                + " description=(StringValue value=\"d\" block=false) name=\"A\" " + x
                                + ") (EnumValueDefinition name=\"on\")])"),
                arguments(
                        "extend enum E{A}", "(EnumTypeExtension name=\"E\" values=[(EnumValueDefinition name=\"A\")])"),
                arguments("extend enum E @x", "(EnumTypeExtension name=\"E\" " + x + ")"),
                // input objects
                arguments("input I", "(InputObjectTypeDefinition name=\"I\")"),
                arguments(
                        "input I @x{a:Int={b:[],c:{}}}",
                        "(InputObjectTypeDefinition name=\"I\" " + x + " fields=[(InputValueDefinition name=\"a\""
                                + " type=(NamedType name=\"Int\")"
                                + " defaultValue=(ObjectValue"
                                + " fields=[(ObjectField name=\"b\""
                                + " value=(ListValue)) (ObjectField name=\"c\""
                                + " value=(ObjectValue))]))])"),
                arguments(
                        "extend input I{a:T}",
                        "(InputObjectTypeExtension name=\"I\" fields=[(InputValueDefinition name=\"a\" type=(NamedType"
                                + " name=\"T\"))])"),
                arguments("extend input I @x", "(InputObjectTypeExtension name=\"I\" " + x + ")"),
                // directives
                arguments(
                        "directive @d on QUERY",
                        "(DirectiveDefinition name=\"d\" repeatable=false locations=[(Name value=\"QUERY\")])"),
                arguments(
                        "\"d\" directive @on(a:T) repeatable on|FIELD|OBJECT",
                        "(DirectiveDefinition description=(StringValue value=\"d\" block=false) name=\"on\""
                                + " arguments=[(InputValueDefinition name=\"a\" type=(NamedType name=\"T\"))]"
                                + " repeatable=true locations=[(Name value=\"FIELD\") (Name value=\"OBJECT\")])"),
                arguments(
                        "directive @repeatable repeatable on ENUM",
                        "(DirectiveDefinition name=\"repeatable\" repeatable=true locations=[(Name value=\"ENUM\")])"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void selections(String text, String tree) {
        OperationDefinition operation = (OperationDefinition)
                Parser.parse("{" + text + "}").definitions().getFirst();

        assertThat(Trees.describe(operation.selectionSet().selections())).isEqualTo(tree);
    }

    static Stream<Arguments> selections() {
        return Stream.of(
                arguments("a b", "[(Field name=\"a\") (Field name=\"b\")]"),
                arguments("a,b,", "[(Field name=\"a\") (Field name=\"b\")]"),
                arguments("a:b", "[(Field alias=\"a\" name=\"b\")]"),
                arguments("on fragment", "[(Field name=\"on\") (Field name=\"fragment\")]"),
                arguments("true:null", "[(Field alias=\"true\" name=\"null\")]"),
                arguments("a{b}", "[(Field name=\"a\" selectionSet=(SelectionSet selections=[(Field name=\"b\")]))]"),
                arguments(
                        "a(b:1 c:$v)@x(y:2)@z",
                        "[(Field name=\"a\" arguments=[(Argument name=\"b\" value=(IntValue value=\"1\")) (Argument"
                                + " name=\"c\" value=(Variable name=\"v\"))] directives=[(Directive name=\"x\""
                                + " arguments=[(Argument name=\"y\" value=(IntValue value=\"2\"))]) (Directive"
                                + " name=\"z\")])]"),
                arguments("...F", "[(FragmentSpread name=\"F\")]"),
                arguments("... onward @x", "[(FragmentSpread name=\"onward\" directives=[(Directive name=\"x\")])]"),
                arguments("...{a}", "[(InlineFragment selectionSet=(SelectionSet selections=[(Field name=\"a\")]))]"),
                arguments(
                        "...on on{a}",
                        "[(InlineFragment typeCondition=(NamedType name=\"on\")"
                                + " selectionSet=(SelectionSet selections=[(Field name=\"a\")]))]"),
                arguments(
                        "...@x{a}",
                        "[(InlineFragment directives=[(Directive name=\"x\")]"
                                + " selectionSet=(SelectionSet selections=[(Field name=\"a\")]))]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void values(String text, String tree) {
        assertThat(Trees.describe(Parser.parseValue(text))).isEqualTo(tree);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments("$a", "(Variable name=\"a\")"),
                arguments("1", "(IntValue value=\"1\")"),
                arguments("-0", "(IntValue value=\"-0\")"),
                arguments("1.50", "(FloatValue value=\"1.50\")"),
                arguments("\"a\\n\"", "(StringValue value=\"a\\n\" block=false)"),
                arguments("\"\"\"\n a\n\"\"\"", "(StringValue value=\"a\" block=true)"),
                arguments("true", "(BooleanValue value=true)"),
                arguments("false", "(BooleanValue value=false)"),
                arguments("null", "(NullValue)"),
                arguments("nullable", "(EnumValue value=\"nullable\")"),
                arguments("on", "(EnumValue value=\"on\")"),
                arguments("[]", "(ListValue)"),
                arguments("[,]", "(ListValue)"),
                arguments(
                        "[1[$a]]",
                        "(ListValue values=[(IntValue value=\"1\") (ListValue values=[(Variable name=\"a\")])])"),
                arguments("{}", "(ObjectValue)"),
                arguments(
                        "{a:$b true:{}}",
                        "(ObjectValue fields=[(ObjectField name=\"a\" value=(Variable name=\"b\"))"
                                + " (ObjectField name=\"true\" value=(ObjectValue))])"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void types(String text, String tree) {
        assertThat(Trees.describe(Parser.parseType(text))).isEqualTo(tree);
    }

    static Stream<Arguments> types() {
        return Stream.of(
                arguments("A", "(NamedType name=\"A\")"),
                arguments("A!", "(NonNullType type=(NamedType name=\"A\"))"),
                arguments("[A]", "(ListType type=(NamedType name=\"A\"))"),
                arguments(
                        "[[A!]]!",
                        "(NonNullType type=(ListType type=(ListType type=(NonNullType type=(NamedType"
                                + " name=\"A\")))))"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void errors(String text, int column, String message) {
        SyntaxException error = catchThrowableOfType(SyntaxException.class, () -> Parser.parse(text));

        assertThat(error).as(text).isNotNull().isNotInstanceOf(LimitException.class);
        assertThat(error).hasMessage(message);
        assertThat(error.location().column()).isEqualTo(column);
    }

    static Stream<Arguments> errors() {
        String definition = "Expected a definition, such as \"query\" or \"type\", found ";
        String described = "Expected a definition that may have a description, such as \"query\" or \"type\", found ";
        String extension =
                "Expected \"schema\", \"scalar\", \"type\", \"interface\", \"union\", \"enum\" or \"input\", found ";
        String end = "the end of the document.";
        return Stream.of(
                // document
                arguments("", 1, definition + end),
                arguments(" #\uFEFF,", 5, definition + end),
                arguments("a", 1, definition + "\"a\"."),
                arguments("{a} }", 5, definition + "\"}\"."),
                arguments("$", 1, definition + "\"$\"."),
                arguments("\"d\"", 4, described + end),
                arguments("\"d\" {a}", 5, described + "\"{\"."),
                arguments("\"d\" \"e\" type T", 5, described + "the string \"e\"."),
                arguments("\"d\" extend type T @x", 5, described + "\"extend\"."),
                arguments("Query{a}", 1, definition + "\"Query\"."),
                // operations
                arguments("query", 6, "Expected \"{\", found " + end),
                arguments("query Q Q{a}", 9, "Expected \"{\", found \"Q\"."),
                arguments("query Q(){a}", 9, "Expected \"$\", found \")\"."),
                arguments("query Q(v:Int){a}", 9, "Expected \"$\", found \"v\"."),
                arguments("query Q($:Int){a}", 10, "Expected the name of a variable, found \":\"."),
                arguments("query Q($v){a}", 11, "Expected \":\", found \")\"."),
                arguments("query Q($v:){a}", 12, "Expected a type, found \")\"."),
                arguments("query Q($v:Int=){a}", 16, "Expected a value, found \")\"."),
                arguments("query Q($v:Int=$w){a}", 16, "Expected a value without variables, found \"$\"."),
                arguments("query Q($v:Int=[{a:$w}]){a}", 20, "Expected a value without variables, found \"$\"."),
                arguments("query Q($v:Int @x(a:$w)){a}", 21, "Expected a value without variables, found \"$\"."),
                arguments("query Q($v:Int!!){a}", 16, "Expected \"$\", found \"!\"."),
                arguments("query Q($v:[Int){a}", 16, "Expected \"]\", found \")\"."),
                arguments("query Q($v:[]){a}", 13, "Expected a type, found \"]\"."),
                // selections
                arguments("{}", 2, "Expected a field or \"...\", found \"}\"."),
                arguments("{a", 3, "Expected a field or \"...\", found " + end),
                arguments("{a{}}", 4, "Expected a field or \"...\", found \"}\"."),
                arguments("{a:}", 4, "Expected the name of a field, found \"}\"."),
                arguments("{a:b:c}", 5, "Expected a field or \"...\", found \":\"."),
                arguments("{a()}", 4, "Expected the name of an argument, found \")\"."),
                arguments("{a(b)}", 5, "Expected \":\", found \")\"."),
                arguments("{a(b:)}", 6, "Expected a value, found \")\"."),
                arguments("{a(b:1}", 7, "Expected the name of an argument, found \"}\"."),
                arguments("{a(b:[1)}", 8, "Expected a value, found \")\"."),
                arguments("{a(b:{1})}", 7, "Expected the name of an input field, or \"}\", found the number 1."),
                arguments("{a(b:{c})}", 8, "Expected \":\", found \"}\"."),
                arguments("{a @}", 5, "Expected the name of a directive, found \"}\"."),
                arguments("{...}", 5, "Expected \"{\", found \"}\"."),
                arguments("{...on}", 7, "Expected the type of the fragment, found \"}\"."),
                arguments("{...on T}", 9, "Expected \"{\", found \"}\"."),
                arguments("{\"a\"}", 2, "Expected a field or \"...\", found the string \"a\"."),
                arguments("{1}", 2, "Expected a field or \"...\", found the number 1."),
                // fragments
                arguments(
                        "fragment on T{a}",
                        10,
                        "Expected the name of the fragment, which is not \"on\", found \"on\"."),
                arguments(
                        "fragment on on on{a}",
                        10,
                        "Expected the name of the fragment, which is not \"on\", found \"on\"."),
                arguments("fragment{a}", 9, "Expected the name of the fragment, found \"{\"."),
                arguments("fragment F T{a}", 12, "Expected \"on\", found \"T\"."),
                arguments("fragment F on{a}", 14, "Expected the type of the fragment, found \"{\"."),
                arguments("fragment F(a:Int) on T{a}", 11, "Expected \"on\", found \"(\"."),
                // schema
                arguments("schema", 7, "Expected \"{\", found " + end),
                arguments("schema{}", 8, "Expected \"query\", \"mutation\" or \"subscription\", found \"}\"."),
                arguments("schema{a:T}", 8, "Expected \"query\", \"mutation\" or \"subscription\", found \"a\"."),
                arguments("schema{query T}", 14, "Expected \":\", found \"T\"."),
                arguments("extend", 7, extension + end),
                arguments("extend query{a}", 8, extension + "\"query\"."),
                arguments("extend directive @d on FIELD", 8, extension + "\"directive\"."),
                arguments("extend schema", 14, "Expected \"@\" or \"{\", found " + end),
                arguments("extend schema{}", 15, "Expected \"query\", \"mutation\" or \"subscription\", found \"}\"."),
                // types
                arguments("scalar", 7, "Expected the name of a type, found " + end),
                arguments("scalar S{a}}", 12, definition + "\"}\"."),
                arguments("extend scalar S", 16, "Expected \"@\", found " + end),
                arguments("type T{}", 8, "Expected the name of a field, found \"}\"."),
                arguments("type T implements", 18, "Expected an interface, found " + end),
                arguments("type T implements A &", 22, "Expected an interface, found " + end),
                arguments("type T implements A B", 21, definition + "\"B\"."),
                arguments("type T implements A, B", 22, definition + "\"B\"."),
                arguments("type T implements && A", 20, "Expected an interface, found \"&\"."),
                arguments("type T @x(a:$v)", 13, "Expected a value without variables, found \"$\"."),
                arguments("type T{a}", 9, "Expected \":\", found \"}\"."),
                arguments("type T{a():T}", 10, "Expected the name of an argument, found \")\"."),
                arguments("type T{a(b:T=$v):T}", 14, "Expected a value without variables, found \"$\"."),
                arguments("type T{a:T=1}", 11, "Expected the name of a field, found \"=\"."),
                arguments("extend type T", 14, "Expected \"implements\", \"@\" or \"{\", found " + end),
                arguments("extend type T{}", 15, "Expected the name of a field, found \"}\"."),
                arguments("extend interface I", 19, "Expected \"implements\", \"@\" or \"{\", found " + end),
                arguments("union U=", 9, "Expected a type, found " + end),
                arguments("union U=|", 10, "Expected a type, found " + end),
                arguments("union U=||A", 10, "Expected a type, found \"|\"."),
                arguments("union U=A|", 11, "Expected a type, found " + end),
                arguments("union U={A}", 9, "Expected a type, found \"{\"."),
                arguments("extend union U", 15, "Expected \"@\" or \"=\", found " + end),
                arguments("enum E{}", 8, "Expected the name of an enum value, found \"}\"."),
                arguments(
                        "enum E{true}",
                        8,
                        "Expected the name of an enum value, which is not true, false or null, found \"true\"."),
                arguments(
                        "enum E{A null}",
                        10,
                        "Expected the name of an enum value, which is not true, false or null, found \"null\"."),
                arguments("extend enum E", 14, "Expected \"@\" or \"{\", found " + end),
                arguments("input I{}", 9, "Expected the name of an input field, found \"}\"."),
                arguments("input I{a(b:T):T}", 10, "Expected \":\", found \"(\"."),
                arguments("extend input I", 15, "Expected \"@\" or \"{\", found " + end),
                // directives
                arguments("directive d on FIELD", 11, "Expected \"@\", found \"d\"."),
                arguments("directive @d FIELD", 14, "Expected \"on\", found \"FIELD\"."),
                arguments("directive @d on", 16, "Expected a directive location such as FIELD or OBJECT, found " + end),
                arguments(
                        "directive @d on|", 17, "Expected a directive location such as FIELD or OBJECT, found " + end),
                arguments(
                        "directive @d on FELD",
                        17,
                        "Expected a directive location such as FIELD or OBJECT, found \"FELD\"."),
                arguments(
                        "directive @d on FIELD|field",
                        23,
                        "Expected a directive location such as FIELD or OBJECT, found \"field\"."),
                arguments("directive @d on FIELD repeatable", 23, definition + "\"repeatable\"."),
                // long and strange tokens
                arguments(
                        "{a \"" + "x".repeat(100) + "\"}",
                        4,
                        "Expected a field or \"...\", found the string \"" + "x".repeat(39) + "…."),
                arguments("{a \"\"\"\n\"\"\"}", 4, "Expected a field or \"...\", found a block string."));
    }

    @Test
    void parts_end_where_the_text_ends() {
        assertThatThrownBy(() -> Parser.parseValue("1 2"))
                .hasMessage("Expected the end of the value, found the number 2.");
        assertThatThrownBy(() -> Parser.parseValue("")).hasMessage("Expected a value, found the end of the document.");
        assertThatThrownBy(() -> Parser.parseType("A B")).hasMessage("Expected the end of the type, found \"B\".");
        assertThatThrownBy(() -> Parser.parseConstValue("[$a]"))
                .hasMessage("Expected a value without variables, found \"$\".");
        assertThat(Parser.parseConstValue(" [a] ")).isInstanceOf(ListValue.class);
    }

    @Test
    void nodes_know_where_they_stand() {
        Document document = Parser.parse(Source.of("a.graphql", "# é\n{ a: b(c: \"é\")\n @d { e } }\n"));

        OperationDefinition operation =
                (OperationDefinition) document.definitions().getFirst();
        Field field = (Field) operation.selectionSet().selections().getFirst();
        assertThat(place(document)).isEqualTo("a.graphql:1:1-4:1");
        assertThat(place(operation)).isEqualTo("a.graphql:2:1-3:12");
        assertThat(place(field)).isEqualTo("a.graphql:2:3-3:10");
        assertThat(place(field.arguments().getFirst())).isEqualTo("a.graphql:2:8-2:14");
        assertThat(place(field.arguments().getFirst().value())).isEqualTo("a.graphql:2:11-2:14");
        assertThat(place(field.directives().getFirst())).isEqualTo("a.graphql:3:2-3:4");
        assertThat(field.location().start()).isEqualTo(7); // in bytes
    }

    @Test
    void a_description_belongs_to_what_it_describes() {
        Definition type = Parser.parse("\"d\"\ntype T").definitions().getFirst();

        assertThat(place(type)).isEqualTo("document:1:1-2:7");
    }

    @Test
    void lists_can_not_be_changed() {
        Document document = Parser.parse("{a b c d e f g h i j k l}");

        assertThatThrownBy(() -> document.definitions().clear()).isInstanceOf(UnsupportedOperationException.class);
        SelectionSet set = ((OperationDefinition) document.definitions().getFirst()).selectionSet();
        assertThat(set.selections()).hasSize(12);
        assertThatThrownBy(() -> set.selections().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void nesting_is_limited_wherever_it_can_be() {
        ParserLimits limits = new ParserLimits(100, 100, 3);
        for (String allowed : new String[] {"{a{a{a}}}", "{a(a:[[1]])}", "query($a:[[[A]]]){a}", "{a{a(a:{})}}"}) {
            Parser.parse(Source.of("allowed", allowed), limits);
        }
        for (String deeper :
                new String[] {"{a{a{a{a}}}}", "{a(a:[[[1]]])}", "query($a:[[[[A]]]]){a}", "{a{a(a:{a:{}})}}"}) {
            LimitException error =
                    catchThrowableOfType(LimitException.class, () -> Parser.parse(Source.of("deeper", deeper), limits));
            assertThat(error).as(deeper).hasMessage("Expected nesting of at most 3 levels, found more.");
            assertThat(error.limit()).isEqualTo("maxDepth");
            assertThat(error.maximum()).isEqualTo(3);
        }
        Parser.parse(Source.of("wide", "{a{a{a}b{b}}c{c{c}}}"), limits);
    }

    @Test
    void limits_have_ranges() {
        assertThatThrownBy(() -> new ParserLimits(0, 1, 1)).hasMessage("maxBytes: 0 (at least 1)");
        assertThatThrownBy(() -> new ParserLimits(1, 0, 1)).hasMessage("maxTokens: 0 (at least 1)");
        assertThatThrownBy(() -> new ParserLimits(1, 1, 1001)).hasMessage("maxDepth: 1001 (from 1 to 1000)");
    }

    private static String place(Node node) {
        Location location = node.location();
        return "%s-%d:%d".formatted(location, location.endLine(), location.endColumn());
    }
}
