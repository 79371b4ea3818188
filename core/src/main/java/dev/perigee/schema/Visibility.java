package dev.perigee.schema;

import java.util.List;
import java.util.function.Predicate;

/**
 * What callers of one audience see of a schema: what is not kept from them, as long as its type is not. What an interface
 * says of a field holds for the field of those who implement it. Immutable.
 */
final class Visibility {
    /** Of a caller who sees all. */
    static final Visibility WHOLE = new Visibility(directives -> true);

    private final Predicate<List<AppliedDirective>> admits;

    private Visibility(Predicate<List<AppliedDirective>> admits) {
        this.admits = admits;
    }

    static Visibility of(String audience) {
        return new Visibility(directives -> AudienceDirective.admits(directives, audience));
    }

    boolean isVisible(DefinedType type) {
        return admits.test(type.appliedDirectives());
    }

    boolean isVisible(ImplementingType type, OutputField field) {
        if (!admits.test(field.appliedDirectives()) || !isVisible(field.namedType())) return false;
        for (InterfaceType declaring : type.interfaces()) {
            OutputField declared = declaring.field(field.name());
            if (declared != null && !admits.test(declared.appliedDirectives())) return false;
        }
        return true;
    }

    boolean isVisible(ImplementingType type, OutputField field, InputValue argument) {
        if (!isVisible(argument)) return false;
        for (InterfaceType declaring : type.interfaces()) {
            OutputField declared = declaring.field(field.name());
            InputValue inherited = declared == null ? null : declared.argument(argument.name());
            if (inherited != null && !admits.test(inherited.appliedDirectives())) return false;
        }
        return true;
    }

    /** A field of an input object, or an argument of a directive. */
    boolean isVisible(InputValue input) {
        return admits.test(input.appliedDirectives()) && isVisible(input.type().named());
    }

    boolean isVisible(EnumMember value) {
        return admits.test(value.appliedDirectives());
    }

    /** One that could not be written without naming what is hidden is hidden, too. */
    boolean isVisible(DirectiveType directive) {
        if (directive.name().equals(AudienceDirective.NAME)) return false;
        return directive.arguments().stream().allMatch(argument -> isVisible(argument) || !argument.isRequired());
    }
}
