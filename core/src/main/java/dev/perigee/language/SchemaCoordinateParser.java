package dev.perigee.language;

/** The grammar of schema coordinates, in which there is no white space and nothing else that is ignored. */
final class SchemaCoordinateParser {
    private final Source source;
    private final String text;
    private int at;

    SchemaCoordinateParser(String text) {
        this.source = Source.of("the schema coordinate", text);
        this.text = text;
    }

    /** {@code SchemaCoordinate :: Name, Name . Name, Name . Name ( Name : ), @ Name, @ Name ( Name : )}. */
    SchemaCoordinate parse() {
        SchemaCoordinate coordinate = is('@') ? directive() : type();
        if (at < text.length()) throw expected("the end of the schema coordinate");
        return coordinate;
    }

    private SchemaCoordinate directive() {
        expect('@');
        String directive = name();
        return is('(') ? new DirectiveArgumentCoordinate(directive, argument()) : new DirectiveCoordinate(directive);
    }

    private SchemaCoordinate type() {
        String type = name();
        if (!is('.')) return new TypeCoordinate(type);
        expect('.');
        String member = name();
        return is('(') ? new ArgumentCoordinate(type, member, argument()) : new MemberCoordinate(type, member);
    }

    private String argument() {
        expect('(');
        String argument = name();
        expect(':');
        expect(')');
        return argument;
    }

    private String name() {
        if (at == text.length() || !CharacterClass.isNameStart(text.charAt(at))) throw expected("a name");
        int start = at;
        while (at < text.length() && CharacterClass.isNameContinue(text.charAt(at))) at++;
        return text.substring(start, at);
    }

    private boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void expect(char c) {
        if (!is(c)) throw expected("\"" + c + "\"");
        at++;
    }

    /** What was read is ASCII: the offset in characters is the one in bytes. */
    private SyntaxException expected(String what) {
        boolean end = at == text.length();
        String found = end ? "the end" : "\"" + Character.toString(text.codePointAt(at)) + "\"";
        return new SyntaxException(
                "Expected " + what + ", found " + found + ".", new Location(source, at, end ? at : at + 1));
    }
}
