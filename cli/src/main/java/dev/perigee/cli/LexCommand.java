package dev.perigee.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.perigee.language.Lexer;
import dev.perigee.language.Location;
import dev.perigee.language.Source;
import dev.perigee.language.TokenKind;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

@Command(
        name = "lex",
        description = {
            "Prints the tokens of GraphQL documents, one a line.",
            "A line has the kind, the value, and where the token starts and ends, as line,column - line,column. The end"
                    + " is the place after the last character, and columns count UTF-16 code units. The last line is"
                    + " End.",
            DocumentCommand.EXIT_CODES,
        })
final class LexCommand extends DocumentCommand {
    @Override
    String name() {
        return "tokens";
    }

    @Override
    void print(Source source, PrintWriter out) {
        Lexer lexer = new Lexer(source);
        do {
            lexer.next();
            Location at = lexer.location();
            out.printf(
                    "%-11s %s%d,%d - %d,%d%n",
                    lexer.kind().production(), value(lexer), at.line(), at.column(), at.endLine(), at.endColumn());
        } while (lexer.kind() != TokenKind.END);
    }

    /** A string is quoted: it may be empty, or have several lines. */
    private static String value(Lexer lexer) {
        return switch (lexer.kind()) {
            case STRING, BLOCK_STRING -> JsonLines.write(TextNode.valueOf(lexer.value())) + " ";
            case END -> "";
            default -> lexer.value() + " ";
        };
    }

    /** Twice through the source: to keep all tokens takes hundreds of times its size. */
    @Override
    JsonLines.Value toJson(Source source) {
        Lexer check = new Lexer(source);
        do check.next();
        while (check.kind() != TokenKind.END);
        return json -> write(new Lexer(source), json);
    }

    private static void write(Lexer lexer, JsonGenerator json) throws IOException {
        json.writeStartArray();
        do {
            lexer.next();
            Location at = lexer.location();
            json.writeStartObject();
            json.writeStringField("kind", lexer.kind().production());
            json.writeStringField("value", lexer.value());
            write("start", at.line(), at.column(), json);
            write("end", at.endLine(), at.endColumn(), json);
            json.writeEndObject();
        } while (lexer.kind() != TokenKind.END);
        json.writeEndArray();
    }

    private static void write(String field, int line, int column, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("line", line);
        json.writeNumberField("column", column);
        json.writeEndObject();
    }
}
