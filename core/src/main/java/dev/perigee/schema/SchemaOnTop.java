package dev.perigee.schema;

import dev.perigee.language.Definition;
import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.Document;
import dev.perigee.language.Parser;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.Printer;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import dev.perigee.language.TypeDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A generated schema under one that people wrote: where both define a name, the generated definition gives way. */
public final class SchemaOnTop {
    private SchemaOnTop() {}

    /**
     * What is left of the generated schema, then the files as they are. Extensions replace nothing.
     *
     * @throws SyntaxException if a file is no SDL
     */
    public static List<Source> of(Source generated, List<Source> files) {
        Set<String> defined = new HashSet<>();
        for (Source file : files) {
            for (Definition definition : parse(file).definitions()) defined.add(nameOf(definition));
        }
        Document all = parse(generated);
        List<Definition> left = all.definitions().stream()
                .filter(definition -> !defined.contains(nameOf(definition)))
                .toList();
        List<Source> sources = new ArrayList<>();
        if (left.size() == all.definitions().size()) sources.add(generated);
        else sources.add(Source.of(generated.name(), Printer.print(new Document(left, all.location()))));
        sources.addAll(files);
        return sources;
    }

    private static Document parse(Source source) {
        return Parser.parse(source, ParserLimits.SCHEMA);
    }

    /** Empty for what defines no name. */
    private static String nameOf(Definition definition) {
        return switch (definition) {
            case TypeDefinition type -> type.name();
            case DirectiveDefinition directive -> "@" + directive.name();
            default -> "";
        };
    }
}
