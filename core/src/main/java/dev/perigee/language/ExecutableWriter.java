package dev.perigee.language;

/** Writes operations and fragments. */
final class ExecutableWriter {
    private final TokenWriter out;
    private final ValueWriter values;

    ExecutableWriter(TokenWriter out, ValueWriter values) {
        this.out = out;
        this.values = values;
    }

    /** @param keepKeyword whether a query must not be in shorthand */
    void operation(OperationDefinition operation, boolean keepKeyword) {
        values.description(operation.description());
        if (!keepKeyword && isShorthand(operation)) {
            selectionSet(operation.selectionSet());
            return;
        }
        out.token(operation.operation().keyword());
        out.space();
        if (operation.name() != null) out.token(operation.name());
        out.inParentheses(operation.variableDefinitions(), this::variableDefinition);
        values.directives(operation.directives());
        out.space();
        selectionSetAfterToken(operation.selectionSet());
    }

    private static boolean isShorthand(OperationDefinition operation) {
        return operation.operation() == OperationType.QUERY
                && operation.description() == null
                && operation.name() == null
                && operation.variableDefinitions().isEmpty()
                && operation.directives().isEmpty();
    }

    void variableDefinition(VariableDefinition definition) {
        values.description(definition.description());
        values.value(definition.variable());
        out.token(":");
        out.space();
        values.type(definition.type());
        values.defaultValue(definition.defaultValue());
        values.directives(definition.directives());
    }

    void fragment(FragmentDefinition fragment) {
        values.description(fragment.description());
        out.words("fragment", fragment.name(), "on");
        out.space();
        values.type(fragment.typeCondition());
        values.directives(fragment.directives());
        out.space();
        selectionSetAfterToken(fragment.selectionSet());
    }

    void selectionSet(SelectionSet set) {
        out.inBraces(set.selections(), this::selection);
    }

    private void selectionSetAfterToken(SelectionSet set) {
        out.inBracesAfterToken(set.selections(), this::selection);
    }

    void selection(Selection selection) {
        out.enter();
        switch (selection) {
            case Field field -> field(field);
            case FragmentSpread spread -> fragmentSpread(spread);
            case InlineFragment fragment -> inlineFragment(fragment);
        }
        out.leave();
    }

    private void field(Field field) {
        if (field.alias() != null) {
            out.token(field.alias());
            out.token(":");
            out.space();
        }
        out.token(field.name());
        values.arguments(field.arguments());
        values.directives(field.directives());
        if (field.selectionSet() == null) return;
        out.space();
        selectionSetAfterToken(field.selectionSet());
    }

    private void fragmentSpread(FragmentSpread spread) {
        out.token("...");
        out.token(spread.name());
        values.directives(spread.directives());
    }

    private void inlineFragment(InlineFragment fragment) {
        out.token("...");
        if (fragment.typeCondition() != null) {
            out.space();
            out.token("on");
            out.space();
            values.type(fragment.typeCondition());
        }
        values.directives(fragment.directives());
        out.space();
        selectionSetAfterToken(fragment.selectionSet());
    }
}
