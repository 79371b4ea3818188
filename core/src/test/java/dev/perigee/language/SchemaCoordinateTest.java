package dev.perigee.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** @see <a href="https://spec.graphql.org/September2025/#sec-Schema-Coordinates">Schema Coordinates</a> */
class SchemaCoordinateTest {
    @ParameterizedTest
    @CsvSource({
        "Business, TypeCoordinate",
        "Business.name, MemberCoordinate",
        "SearchFilter.OPEN_NOW, MemberCoordinate",
        "Query.searchBusiness(criteria:), ArgumentCoordinate",
        "@private, DirectiveCoordinate",
        "@private(scope:), DirectiveArgumentCoordinate",
        "__Type.fields(includeDeprecated:), ArgumentCoordinate",
    })
    void coordinates_are_read_and_printed(String text, String kind) {
        SchemaCoordinate coordinate = Parser.parseSchemaCoordinate(text);

        assertThat(coordinate.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(coordinate).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``; 1; a name, found the end",
                "`A `; 2; the end of the schema coordinate, found \" \"",
                "` A`; 1; a name, found \" \"",
                "A.; 3; a name, found the end",
                "A..b; 3; a name, found \".\"",
                "A.b.c; 4; the end of the schema coordinate, found \".\"",
                "A(b:); 2; the end of the schema coordinate, found \"(\"",
                "A.b(c); 6; \":\", found \")\"",
                "A.b(c:; 7; \")\", found the end",
                "A.b(c: ); 7; \")\", found \" \"",
                "A.b(c:d); 7; \")\", found \"d\"",
                "@a.b; 3; the end of the schema coordinate, found \".\"",
                "@; 2; a name, found the end",
                "1A; 1; a name, found \"1\"",
                "A.é; 3; a name, found \"é\"",
                "A.😀; 3; a name, found \"😀\"",
            },
            delimiter = ';')
    void errors(String text, int column, String message) {
        SyntaxException error = catchThrowableOfType(SyntaxException.class, () -> Parser.parseSchemaCoordinate(text));

        assertThat(error).hasMessage("Expected " + message + ".");
        assertThat(error.location().column()).isEqualTo(column);
    }
}
