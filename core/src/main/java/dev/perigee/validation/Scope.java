package dev.perigee.validation;

import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.DirectiveLocation;
import dev.perigee.schema.DirectiveType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import dev.perigee.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * What is known at the place that the {@link Walk} has reached. Null is what the schema doesn't know; the rule on the
 * name that it doesn't know says so, and other rules are silent.
 */
final class Scope {
    private final Schema schema;
    private final Executables executables;
    private final ValidationOptions options;
    private final Effort effort;

    // Written by the walk alone.
    @Nullable Executable executable;

    @Nullable CompositeType parentType;

    @Nullable OutputField field;

    @Nullable Executable fragment;

    @Nullable DirectiveType directive;

    DirectiveLocation directiveLocation = DirectiveLocation.QUERY;

    @Nullable DefinedType namedType;

    @Nullable Type inputType;

    Scope(Schema schema, Executables executables, ValidationOptions options, Effort effort) {
        this.schema = schema;
        this.executables = executables;
        this.options = options;
        this.effort = effort;
    }

    Schema schema() {
        return schema;
    }

    /** The operations and fragments; what is in them is complete at the end of the document. */
    Executables executables() {
        return executables;
    }

    ValidationOptions options() {
        return options;
    }

    Effort effort() {
        return effort;
    }

    /** The operation or fragment. */
    Executable executable() {
        if (executable == null) throw new IllegalStateException("Not in an operation or fragment.");
        return executable;
    }

    /** What the selections around the place are selected from. */
    @Nullable CompositeType parentType() {
        return parentType;
    }

    /** The field that was entered last, also for its arguments. */
    @Nullable OutputField field() {
        return field;
    }

    /** The fragment that is spread, null if the document has none of that name. */
    @Nullable Executable fragment() {
        return fragment;
    }

    /** The directive, for its arguments; null in the arguments of a field. */
    @Nullable DirectiveType directive() {
        return directive;
    }

    /** Where the directive, or the list of directives, stands. */
    DirectiveLocation directiveLocation() {
        return directiveLocation;
    }

    /** The type that stands at a name, at a fragment that of its type condition. */
    @Nullable DefinedType namedType() {
        return namedType;
    }

    /** What a value should be, a variable's type at its definition. */
    @Nullable Type inputType() {
        return inputType;
    }
}
