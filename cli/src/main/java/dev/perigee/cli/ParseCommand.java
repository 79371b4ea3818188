package dev.perigee.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perigee.language.Document;
import dev.perigee.language.Location;
import dev.perigee.language.Parser;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.Source;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "parse",
        description = {
            "Prints the syntax trees of GraphQL documents.",
            "Kinds and fields have the names that graphql-js gives them.",
            DocumentCommand.EXIT_CODES,
        })
final class ParseCommand extends DocumentCommand {
    @Option(
            names = "--locations",
            description = "Give each node its place: with --json as loc, {\"start\", \"end\"} in UTF-16 code units from"
                    + " the start of the document, and else as line,column - line,column.")
    private boolean locations;

    @Override
    String name() {
        return "document";
    }

    @Override
    JsonNode toJson(Source source) {
        Document document = Parser.parse(source, ParserLimits.SCHEMA);
        return new JsonTree(locations ? new Utf16Offsets(source)::locate : ParseCommand::nowhere).of(document);
    }

    @Override
    void print(Source source, PrintWriter out) {
        Document document = Parser.parse(source, ParserLimits.SCHEMA);
        new TreePrinter(out)
                .print(new JsonTree(locations ? ParseCommand::linesAndColumns : ParseCommand::nowhere).of(document));
    }

    private static void nowhere(ObjectNode node, Location location) {}

    private static void linesAndColumns(ObjectNode node, Location at) {
        node.put("loc", "%d,%d - %d,%d".formatted(at.line(), at.column(), at.endLine(), at.endColumn()));
    }
}
