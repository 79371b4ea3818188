package dev.perigee.validation;

import dev.perigee.language.Argument;
import dev.perigee.language.Directive;
import dev.perigee.language.Document;
import dev.perigee.language.Field;
import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.FragmentSpread;
import dev.perigee.language.InlineFragment;
import dev.perigee.language.NamedType;
import dev.perigee.language.ObjectValue;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.Value;
import dev.perigee.language.VariableDefinition;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.OutputField;
import java.util.List;

/**
 * A rule of the specification. It says by the interfaces that it implements what of a document it wants to see; the
 * {@link Walk} calls it there and nowhere else. A rule has no state: what is known of the place in the document is in
 * the {@link Scope}, what is known of the document when all of it was seen is in its {@link Executables}. So one object
 * of each rule serves all documents.
 */
interface Rule {
    /** The whole document, after all that is in it. */
    interface OnDocument extends Rule {
        void leaveDocument(Document document, Scope scope, Problems problems);
    }

    interface OnOperation extends Rule {
        void enterOperation(OperationDefinition operation, Scope scope, Problems problems);
    }

    interface OnFragment extends Rule {
        void enterFragment(FragmentDefinition fragment, Scope scope, Problems problems);
    }

    interface OnVariableDefinition extends Rule {
        void enterVariableDefinition(VariableDefinition definition, Scope scope, Problems problems);
    }

    /** The name of a type: a type condition, or in the type of a variable. */
    interface OnNamedType extends Rule {
        void enterNamedType(NamedType reference, Scope scope, Problems problems);
    }

    /** A field that the type around it has. */
    interface OnField extends Rule {
        void enterField(Field field, OutputField definition, Scope scope, Problems problems);
    }

    /** A field that the type around it does not have. */
    interface OnUndefinedField extends Rule {
        void enterUndefinedField(Field field, CompositeType parent, Scope scope, Problems problems);
    }

    interface OnFragmentSpread extends Rule {
        void enterFragmentSpread(FragmentSpread spread, Scope scope, Problems problems);
    }

    interface OnInlineFragment extends Rule {
        void enterInlineFragment(InlineFragment fragment, Scope scope, Problems problems);
    }

    /** All directives of one place, if there are any, before each of them. */
    interface OnDirectives extends Rule {
        void enterDirectives(List<Directive> directives, Scope scope, Problems problems);
    }

    interface OnDirective extends Rule {
        void enterDirective(Directive directive, Scope scope, Problems problems);
    }

    /** All arguments of one field or directive, if there are any, before each of them. */
    interface OnArguments extends Rule {
        void enterArguments(List<Argument> arguments, Scope scope, Problems problems);
    }

    /** An argument that its field or directive does not have; but the schema has these. */
    interface OnUndefinedArgument extends Rule {
        void enterUndefinedArgument(Argument argument, Scope scope, Problems problems);
    }

    /** A value: of an argument, of a default, or within a list or input object. */
    interface OnValue extends Rule {
        void enterValue(Value value, Scope scope, Problems problems);
    }

    /** An input object, whether or not one is expected there. */
    interface OnObjectValue extends Rule {
        void enterObjectValue(ObjectValue object, Scope scope, Problems problems);
    }
}
