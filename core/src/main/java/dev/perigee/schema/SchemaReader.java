package dev.perigee.schema;

import dev.perigee.language.Definition;
import dev.perigee.language.Document;
import dev.perigee.language.Parser;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.Source;
import dev.perigee.language.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a schema from SDL, with what SDL cannot say: how scalars coerce, and which Java values enum values stand for. A
 * scalar without a coercion takes and gives what JSON can say; an enum value without a Java value stands for its name.
 * For one thread.
 */
public final class SchemaReader {
    private final List<Source> sources;
    private final Attachments attachments = new Attachments();
    private ParserLimits limits = ParserLimits.SCHEMA;

    private SchemaReader(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Of one or many sources, which together are one document. */
    public static SchemaReader from(List<Source> sources) {
        return new SchemaReader(sources);
    }

    /** As {@link #from(List)}. */
    public static SchemaReader from(Source... sources) {
        return from(List.of(sources));
    }

    /** How a custom scalar coerces. */
    public SchemaReader scalar(String name, Coercion coercion) {
        attachments.coercion(name, coercion);
        return this;
    }

    /** How the custom scalars of a library coerce: those of them that the schema defines. */
    public SchemaReader library(Map<String, Coercion> scalars) {
        attachments.library(scalars);
        return this;
    }

    /** The values of an enum are the constants of a Java enum, of the same names. */
    public SchemaReader enumValues(String enumName, Class<? extends Enum<?>> type) {
        for (Enum<?> constant : type.getEnumConstants()) enumValue(enumName, constant.name(), constant);
        return this;
    }

    /** What one value of an enum stands for in Java. */
    public SchemaReader enumValue(String enumName, String name, Object value) {
        attachments.enumValue(enumName, name, value);
        return this;
    }

    /** What each source may cost; {@link ParserLimits#SCHEMA} as it stands. */
    public SchemaReader limits(ParserLimits limits) {
        this.limits = limits;
        return this;
    }

    /** @throws SchemaException if the schema is not valid, with everything that is wrong */
    public Schema read() {
        return SchemaAssembly.assemble(definitions(), attachments, sources);
    }

    /** A source that cannot be parsed leaves names undefined, so that nothing more is said until all of them can be. */
    private List<Definition> definitions() {
        SchemaProblems problems = new SchemaProblems();
        List<Definition> definitions = new ArrayList<>();
        for (Source source : sources) {
            try {
                Document document = Parser.parse(source, limits);
                definitions.addAll(document.definitions());
            } catch (SyntaxException exception) {
                problems.add(String.valueOf(exception.getMessage()), exception.location());
            }
        }
        problems.throwIfAny(sources);
        return definitions;
    }
}
