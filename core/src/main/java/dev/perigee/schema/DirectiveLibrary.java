package dev.perigee.schema;

import dev.perigee.language.Directive;
import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.Document;
import dev.perigee.language.Parser;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import dev.perigee.language.Visitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Definitions of directives that belong to a schema only where it uses them. */
public final class DirectiveLibrary {
    private final Set<String> used = new HashSet<>();
    private final Set<String> defined = new HashSet<>();

    private DirectiveLibrary() {}

    /**
     * The sources of a schema, and of the libraries those that define a directive which the sources use. One is left out
     * if the sources define a directive of it by themselves.
     *
     * @param libraries SDL with definitions of directives, and of the types that these need
     */
    public static List<Source> addUsed(List<Source> sources, List<Source> libraries) {
        DirectiveLibrary schema = new DirectiveLibrary();
        for (Source source : sources) schema.visit(source);
        List<Source> all = new ArrayList<>(sources);
        for (Source library : libraries) if (schema.needs(library)) all.add(library);
        return all.size() == sources.size() ? sources : List.copyOf(all);
    }

    private boolean needs(Source library) {
        DirectiveLibrary directives = new DirectiveLibrary();
        directives.visit(library);
        return !Collections.disjoint(directives.defined, used) && Collections.disjoint(directives.defined, defined);
    }

    /** What is no SDL uses nothing: whoever reads the schema says what is wrong with it. */
    private void visit(Source source) {
        Document document;
        try {
            document = Parser.parse(source, ParserLimits.SCHEMA);
        } catch (SyntaxException e) {
            return;
        }
        Visitor.builder()
                .enter(Directive.class, directive -> used.add(directive.name()))
                .enter(DirectiveDefinition.class, directive -> defined.add(directive.name()))
                .build()
                .visit(document);
    }
}
