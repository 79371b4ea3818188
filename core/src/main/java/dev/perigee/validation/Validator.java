package dev.perigee.validation;

import dev.perigee.language.Document;
import dev.perigee.schema.Schema;
import java.util.List;

/**
 * Finds out whether a document can be executed against a schema. Safe to use from any thread.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Validation">Validation</a>
 */
public final class Validator {
    private Validator() {}

    /** All that is wrong with a document, in the order of the document; empty if nothing is. */
    public static List<Problem> validate(Schema schema, Document document) {
        return validate(schema, document, ValidationOptions.DEFAULT);
    }

    /** As {@link #validate(Schema, Document)}, with other rules or limits. */
    public static List<Problem> validate(Schema schema, Document document, ValidationOptions options) {
        return validate(schema, document, options, new Effort());
    }

    /** As {@link #validate(Schema, Document, ValidationOptions)}; counts what it does. */
    static List<Problem> validate(Schema schema, Document document, ValidationOptions options, Effort effort) {
        Problems problems = new Problems(options.maxProblems());
        try {
            Scope scope = new Scope(schema, Executables.of(document, schema), options, effort);
            new Walk(Rules.of(options.rules()), scope, problems).document(document);
        } catch (Problems.Enough enough) {
            return problems.list(); // which says that there is more
        }
        return problems.list();
    }
}
