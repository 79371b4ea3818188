package dev.perigee.validation;

import dev.perigee.language.Argument;
import dev.perigee.language.Directive;
import dev.perigee.language.Document;
import dev.perigee.language.Field;
import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.FragmentSpread;
import dev.perigee.language.InlineFragment;
import dev.perigee.language.ListType;
import dev.perigee.language.ListValue;
import dev.perigee.language.NamedType;
import dev.perigee.language.Node;
import dev.perigee.language.NonNullType;
import dev.perigee.language.ObjectField;
import dev.perigee.language.ObjectValue;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.ParserLimits;
import dev.perigee.language.Selection;
import dev.perigee.language.SelectionSet;
import dev.perigee.language.TypeReference;
import dev.perigee.language.Value;
import dev.perigee.language.Variable;
import dev.perigee.language.VariableDefinition;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.DirectiveLocation;
import dev.perigee.schema.InputObjectType;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.Introspection;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import dev.perigee.schema.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one walk through a document that all rules share. Each definition is walked once, also a fragment that is spread
 * often. It looks up the types on the way, tells the rules, and notes in {@link Executable} what rules on the whole
 * document need.
 */
final class Walk {
    private final Rules rules;
    private final Scope scope;
    private final Problems problems;
    private final Schema schema;
    private final Executables executables;
    private final Effort effort;
    private int depth;

    Walk(Rules rules, Scope scope, Problems problems) {
        this.rules = rules;
        this.scope = scope;
        this.problems = problems;
        this.schema = scope.schema();
        this.executables = scope.executables();
        this.effort = scope.effort();
    }

    void document(Document document) {
        for (Executable operation : executables.operations()) executable(operation);
        for (Executable fragment : executables.fragments()) executable(fragment);
        for (Rule.OnDocument rule : rules.document) rule.leaveDocument(document, scope, problems);
    }

    private void executable(Executable executable) {
        effort.step();
        scope.executable = executable;
        TypedSet set = executables.enterSet(executable.definition().selectionSet());
        executable.select(set);
        switch (executable.definition()) {
            case OperationDefinition operation -> enter(operation);
            case FragmentDefinition fragment -> enter(fragment, executable.type());
        }
        selections(executable.definition().selectionSet(), executable.compositeType(), set);
    }

    private void enter(OperationDefinition operation) {
        for (Rule.OnOperation rule : rules.operation) rule.enterOperation(operation, scope, problems);
        List<VariableDefinition> variables = operation.variableDefinitions();
        for (int i = 0; i < variables.size(); i++) variableDefinition(variables.get(i));
        directives(operation.directives(), location(operation));
    }

    private static DirectiveLocation location(OperationDefinition operation) {
        return switch (operation.operation()) {
            case QUERY -> DirectiveLocation.QUERY;
            case MUTATION -> DirectiveLocation.MUTATION;
            case SUBSCRIPTION -> DirectiveLocation.SUBSCRIPTION;
        };
    }

    private void variableDefinition(VariableDefinition definition) {
        effort.step();
        Type type = schema.type(definition.type());
        namedType(innermost(definition.type()), type == null ? null : type.named());
        scope.executable().declare(definition, type);
        scope.inputType = type;
        for (Rule.OnVariableDefinition rule : rules.variableDefinition) {
            rule.enterVariableDefinition(definition, scope, problems);
        }
        if (definition.defaultValue() != null) {
            boolean isInput = type != null && type.isInput();
            value(definition.defaultValue(), isInput ? type : null, false, null);
        }
        directives(definition.directives(), DirectiveLocation.VARIABLE_DEFINITION);
    }

    private static NamedType innermost(TypeReference reference) {
        TypeReference type = reference;
        while (true) {
            switch (type) {
                case NamedType named -> {
                    return named;
                }
                case ListType list -> type = list.type();
                case NonNullType nonNull -> type = nonNull.type();
            }
        }
    }

    private void namedType(NamedType reference, @Nullable DefinedType type) {
        scope.namedType = type;
        for (Rule.OnNamedType rule : rules.namedType) rule.enterNamedType(reference, scope, problems);
    }

    private void enter(FragmentDefinition fragment, @Nullable DefinedType type) {
        namedType(fragment.typeCondition(), type);
        for (Rule.OnFragment rule : rules.fragment) rule.enterFragment(fragment, scope, problems);
        directives(fragment.directives(), DirectiveLocation.FRAGMENT_DEFINITION);
    }

    private static @Nullable CompositeType composite(@Nullable DefinedType type) {
        return type instanceof CompositeType composite ? composite : null;
    }

    /** @param set where fields and spreads are noted: that of the field, operation or fragment around them */
    private void selections(SelectionSet selectionSet, @Nullable CompositeType type, TypedSet set) {
        enterLevel(selectionSet);
        CompositeType outer = scope.parentType;
        scope.parentType = type;
        List<Selection> selections = selectionSet.selections();
        effort.steps(selections.size());
        for (int i = 0; i < selections.size(); i++) {
            switch (selections.get(i)) {
                case Field field -> field(field, type, set);
                case FragmentSpread spread -> fragmentSpread(spread, set);
                case InlineFragment fragment -> inlineFragment(fragment, type, set);
            }
        }
        scope.parentType = outer;
        depth--;
    }

    private void field(Field field, @Nullable CompositeType parent, TypedSet set) {
        OutputField definition = parent == null ? null : definition(parent, field.name());
        scope.field = definition;
        if (definition != null) {
            for (Rule.OnField rule : rules.field) rule.enterField(field, definition, scope, problems);
        } else if (parent != null) {
            for (Rule.OnUndefinedField rule : rules.undefinedField) {
                rule.enterUndefinedField(field, parent, scope, problems);
            }
        }
        List<Argument> arguments = field.arguments();
        if (!arguments.isEmpty()) {
            enterArguments(arguments);
            for (int i = 0; i < arguments.size(); i++) {
                Argument argument = arguments.get(i);
                argument(
                        argument, definition == null ? null : definition.argument(argument.name()), definition != null);
            }
        }
        directives(field.directives(), DirectiveLocation.FIELD);
        TypedField typed = parent == null ? null : set.add(field, parent, definition);
        SelectionSet selectionSet = field.selectionSet();
        if (selectionSet == null) return;
        TypedSet selected = executables.enterSet(selectionSet);
        if (typed != null) typed.select(selected);
        selections(selectionSet, definition == null ? null : composite(definition.namedType()), selected);
    }

    private @Nullable OutputField definition(CompositeType parent, String name) {
        OutputField field = parent.field(name);
        if (field != null || !name.startsWith("__")) return field;
        if (name.equals(Introspection.TYPENAME.name())) return Introspection.TYPENAME;
        if (parent != schema.queryType()) return null;
        if (name.equals(Introspection.SCHEMA.name())) return Introspection.SCHEMA;
        return name.equals(Introspection.TYPE.name()) ? Introspection.TYPE : null;
    }

    private void fragmentSpread(FragmentSpread spread, TypedSet set) {
        Executable fragment = executables.fragment(spread.name());
        scope.fragment = fragment;
        for (Rule.OnFragmentSpread rule : rules.fragmentSpread) rule.enterFragmentSpread(spread, scope, problems);
        directives(spread.directives(), DirectiveLocation.FRAGMENT_SPREAD);
        if (fragment == null) return;
        scope.executable().spread(spread, fragment);
        set.spread(fragment);
    }

    private void inlineFragment(InlineFragment fragment, @Nullable CompositeType parent, TypedSet set) {
        CompositeType type = parent;
        NamedType condition = fragment.typeCondition();
        if (condition != null) {
            namedType(condition, schema.type(condition.name()));
            type = composite(scope.namedType());
        }
        for (Rule.OnInlineFragment rule : rules.inlineFragment) rule.enterInlineFragment(fragment, scope, problems);
        directives(fragment.directives(), DirectiveLocation.INLINE_FRAGMENT);
        selections(fragment.selectionSet(), type, set);
    }

    private void directives(List<Directive> directives, DirectiveLocation location) {
        if (directives.isEmpty()) return;
        scope.directiveLocation = location;
        for (Rule.OnDirectives rule : rules.directives) rule.enterDirectives(directives, scope, problems);
        for (int i = 0; i < directives.size(); i++) directive(directives.get(i));
        scope.directive = null;
    }

    private void directive(Directive directive) {
        effort.step();
        var definition = schema.directive(directive.name());
        scope.directive = definition;
        for (Rule.OnDirective rule : rules.directive) rule.enterDirective(directive, scope, problems);
        List<Argument> arguments = directive.arguments();
        if (arguments.isEmpty()) return;
        enterArguments(arguments);
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            argument(argument, definition == null ? null : definition.argument(argument.name()), definition != null);
        }
    }

    private void enterArguments(List<Argument> arguments) {
        for (Rule.OnArguments rule : rules.arguments) rule.enterArguments(arguments, scope, problems);
    }

    private void argument(Argument argument, @Nullable InputValue definition, boolean ownerIsKnown) {
        if (definition != null) {
            value(argument.value(), definition.type(), definition.defaultValue() != null, null);
            return;
        }
        if (ownerIsKnown) {
            for (Rule.OnUndefinedArgument rule : rules.undefinedArgument) {
                rule.enterUndefinedArgument(argument, scope, problems);
            }
        }
        value(argument.value(), null, false, null);
    }

    /**
     * @param hasDefault whether what the value is for has a default value
     * @param oneOf the input object type of which the value is the only field
     */
    private void value(Value value, @Nullable Type type, boolean hasDefault, @Nullable InputObjectType oneOf) {
        effort.step();
        scope.inputType = type;
        for (Rule.OnValue rule : rules.value) rule.enterValue(value, scope, problems);
        switch (value) {
            case Variable variable -> {
                VariablePosition position = new VariablePosition(type, hasDefault, oneOf);
                scope.executable().use(executables.use(variable, position));
            }
            case ListValue list -> listItems(list, type);
            case ObjectValue object -> objectFields(object, type);
            default -> {}
        }
    }

    private void listItems(ListValue list, @Nullable Type type) {
        enterLevel(list);
        Type itemType = type != null && type.nullable() instanceof ListOf listOf ? listOf.type() : null;
        List<Value> items = list.values();
        for (int i = 0; i < items.size(); i++) value(items.get(i), itemType, false, null);
        depth--;
    }

    private void objectFields(ObjectValue object, @Nullable Type type) {
        for (Rule.OnObjectValue rule : rules.objectValue) rule.enterObjectValue(object, scope, problems);
        enterLevel(object);
        InputObjectType objectType = type != null && type.named() instanceof InputObjectType input ? input : null;
        List<ObjectField> fields = object.fields();
        for (int i = 0; i < fields.size(); i++) {
            ObjectField field = fields.get(i);
            InputValue definition = objectType == null ? null : objectType.field(field.name());
            if (definition == null || objectType == null) value(field.value(), null, false, null);
            else {
                InputObjectType oneOf = objectType.isOneOf() ? objectType : null;
                value(field.value(), definition.type(), definition.defaultValue() != null, oneOf);
            }
        }
        depth--;
    }

    /** A parsed document is never so deep; one that was made in code may be, and must not exhaust the stack. */
    private void enterLevel(Node node) {
        if (++depth <= ParserLimits.GREATEST_DEPTH) return;
        problems.endWith(
                ProblemCode.LIMIT_EXCEEDED,
                "The document is nested more than " + ParserLimits.GREATEST_DEPTH + " levels deep.",
                node.location());
    }
}
