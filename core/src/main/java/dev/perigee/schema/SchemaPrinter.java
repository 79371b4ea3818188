package dev.perigee.schema;

import dev.perigee.language.Document;
import dev.perigee.language.Printer;

/**
 * Prints a schema as SDL: everything that is not built in, in its order, with descriptions and directives. The schema
 * definition is left out where it says nothing that a reader would not assume without it.
 */
public final class SchemaPrinter {
    private SchemaPrinter() {}

    /** The schema in canonical form, which reads back as an equal schema. Ends with a line end. */
    public static String print(Schema schema) {
        Document document = document(schema);
        return document.definitions().isEmpty() ? "" : Printer.print(document) + "\n";
    }

    /** The definition of one type. Ends with a line end. */
    public static String print(DefinedType type) {
        return Printer.print(TypeNodes.definition(type)) + "\n";
    }

    /** The schema as a syntax tree, without places in a source. */
    public static Document document(Schema schema) {
        return TypeNodes.document(schema);
    }
}
