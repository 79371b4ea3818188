package dev.perigee.validation;

import dev.perigee.language.ObjectField;
import dev.perigee.language.ObjectValue;

/**
 * No field is given twice in an input object.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness">Input Object Field Uniqueness</a>
 */
final class UniqueInputFieldNames implements Rule.OnObjectValue {
    @Override
    public void enterObjectValue(ObjectValue object, Scope scope, Problems problems) {
        Repeated.find(
                object.fields(),
                ObjectField::name,
                (name, first, again) -> problems.add(
                        ProblemCode.INPUT_FIELD_REPEATED,
                        "There can be only one input field named \"%s\".".formatted(name),
                        first.location(),
                        again.location()));
    }
}
