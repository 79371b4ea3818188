package dev.perigee.cli;

import dev.perigee.language.Document;
import dev.perigee.language.Parser;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.Source;
import java.io.IOException;
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
    JsonLines.Value toJson(Source source) {
        Document document = Parser.parse(source, ParserLimits.SCHEMA);
        Utf16Offsets offsets = locations ? new Utf16Offsets(source) : null;
        return json -> new JsonTree(json, offsets).write(document);
    }

    @Override
    void print(Source source, PrintWriter out) throws IOException {
        new TreePrinter(out, locations).print(Parser.parse(source, ParserLimits.SCHEMA));
    }
}
