package dev.perigee.schema;

import dev.perigee.language.Definition;
import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.Document;
import dev.perigee.language.ObjectTypeDefinition;
import dev.perigee.language.ObjectTypeExtension;
import dev.perigee.language.Parser;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.Printer;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import dev.perigee.language.TypeDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Generated schemas under one that people wrote: where both define a name, the generated definition gives way. Several
 * generated ones become one: each adds to the root types, and what they define alike is defined once.
 */
public final class SchemaOnTop {
    private static final Set<String> ROOT_TYPES = Set.of("Query", "Mutation", "Subscription");

    /** Printed definitions of the generated schemas so far, by name. */
    private final Map<String, String> generated = new HashMap<>();

    private final Set<String> written = new HashSet<>();

    private SchemaOnTop() {}

    /** As {@link #of(List, List)}, on top of one. */
    public static List<Source> of(Source generated, List<Source> files) {
        return of(List.of(generated), files);
    }

    /**
     * What is left of the generated schemas, then the files as they are. Extensions replace nothing. What two generated
     * schemas define differently is left in both, for the reader to tell.
     *
     * @throws SyntaxException if a file is no SDL
     */
    public static List<Source> of(List<Source> generated, List<Source> files) {
        SchemaOnTop schema = new SchemaOnTop();
        for (Source file : files) {
            for (Definition definition : parse(file).definitions()) schema.written.add(nameOf(definition));
        }
        List<Source> sources = new ArrayList<>();
        for (Source source : generated) sources.add(schema.left(source));
        sources.addAll(files);
        return sources;
    }

    private Source left(Source source) {
        Document all = parse(source);
        List<Definition> left = new ArrayList<>();
        for (Definition definition : all.definitions()) {
            String name = nameOf(definition);
            if (name.isEmpty()) {
                left.add(definition);
            } else if (!written.contains(name)) {
                addOrExtend(name, definition, left);
            }
        }
        return left.equals(all.definitions())
                ? source
                : Source.of(source.name(), Printer.print(new Document(left, all.location())));
    }

    private void addOrExtend(String name, Definition definition, List<Definition> left) {
        String text = Printer.print(definition);
        String before = generated.putIfAbsent(name, text);
        if (before == null) {
            left.add(definition);
        } else if (ROOT_TYPES.contains(name) && definition instanceof ObjectTypeDefinition root) {
            left.add(new ObjectTypeExtension(
                    name, root.interfaces(), root.directives(), root.fields(), root.location()));
        } else if (!before.equals(text)) {
            left.add(definition);
        }
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
