package dev.perigee.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.perigee.language.Lexer;
import dev.perigee.language.Location;
import dev.perigee.language.Source;
import dev.perigee.language.TokenKind;
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

    @Override
    JsonNode toJson(Source source) {
        ArrayNode tokens = JsonLines.array();
        Lexer lexer = new Lexer(source);
        do {
            lexer.next();
            tokens.add(token(lexer));
        } while (lexer.kind() != TokenKind.END);
        return tokens;
    }

    private static ObjectNode token(Lexer lexer) {
        Location at = lexer.location();
        ObjectNode token =
                JsonLines.object().put("kind", lexer.kind().production()).put("value", lexer.value());
        token.set("start", JsonLines.place(at.line(), at.column()));
        token.set("end", JsonLines.place(at.endLine(), at.endColumn()));
        return token;
    }
}
