package dev.perigee.codegen.server;

import dev.perigee.codegen.binding.Accessor;
import dev.perigee.codegen.settings.ResolverKind;

/** Where the value of a field comes from. */
sealed interface FieldForm {
    /** A component of the record that is generated. */
    record Component() implements FieldForm {}

    /** A member of a class that is there. */
    record Member(Accessor accessor) implements FieldForm {}

    /** A method of the resolver interface. */
    record Resolved(ResolverKind kind) implements FieldForm {}

    /** Nothing that is generated. */
    record Elsewhere() implements FieldForm {}
}
