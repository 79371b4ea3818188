/**
 * Checks a document against a schema by every rule of the specification: a rule is a class, all share one walk through
 * the document, and all that is wrong is found at once. The work grows linearly with the document. Uses {@code language}
 * and {@code schema}. Read {@link dev.perigee.validation.Validator} first, then {@link dev.perigee.validation.Rule}.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Validation">Validation</a>
 */
@NullMarked
package dev.perigee.validation;

import org.jspecify.annotations.NullMarked;
