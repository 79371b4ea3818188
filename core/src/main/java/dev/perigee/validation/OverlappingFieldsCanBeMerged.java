package dev.perigee.validation;

import dev.perigee.language.Document;

/**
 * Fields that meet under one response name, in one selection set or through fragments, are the same field with the same
 * arguments, or are of objects that are never the same; and in any case have the same shape.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Field-Selection-Merging">Field Selection Merging</a>
 */
final class OverlappingFieldsCanBeMerged implements Rule.OnDocument {
    @Override
    public void leaveDocument(Document document, Scope scope, Problems problems) {
        new FieldMerging(scope, problems).check();
    }
}
