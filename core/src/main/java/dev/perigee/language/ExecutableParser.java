package dev.perigee.language;

import static dev.perigee.language.TokenKind.AT;
import static dev.perigee.language.TokenKind.BRACE_LEFT;
import static dev.perigee.language.TokenKind.BRACE_RIGHT;
import static dev.perigee.language.TokenKind.COLON;
import static dev.perigee.language.TokenKind.EQUALS;
import static dev.perigee.language.TokenKind.NAME;
import static dev.perigee.language.TokenKind.PAREN_LEFT;
import static dev.perigee.language.TokenKind.PAREN_RIGHT;
import static dev.perigee.language.TokenKind.SPREAD;
import static dev.perigee.language.ValueParser.Constness.CONSTANT;
import static dev.perigee.language.ValueParser.Constness.VARIABLE;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The grammar of operations and fragments. */
final class ExecutableParser {
    private final Cursor cursor;
    private final ValueParser values;

    ExecutableParser(Cursor cursor, ValueParser values) {
        this.cursor = cursor;
        this.values = values;
    }

    /** {@code OperationDefinition : SelectionSet}, the shorthand, which has no description. */
    OperationDefinition shorthand() {
        int start = cursor.start();
        SelectionSet selections = selectionSet();
        return new OperationDefinition(
                null, OperationType.QUERY, null, List.of(), List.of(), selections, cursor.since(start));
    }

    /** {@code OperationDefinition : Description? OperationType Name? VariablesDefinition? Directives? SelectionSet}. */
    OperationDefinition operation(int start, @Nullable StringValue description, OperationType type) {
        cursor.advance();
        String name = cursor.is(NAME) ? cursor.name("the name of the operation") : null;
        return new OperationDefinition(
                description,
                type,
                name,
                variableDefinitions(),
                values.directives(VARIABLE),
                selectionSet(),
                cursor.since(start));
    }

    /** {@code VariablesDefinition : ( VariableDefinition+ )}, or none. */
    private List<VariableDefinition> variableDefinitions() {
        if (!cursor.skip(PAREN_LEFT)) return List.of();
        int definitions = cursor.startList();
        do {
            cursor.add(variableDefinition());
        } while (!cursor.skip(PAREN_RIGHT));
        return cursor.list(definitions);
    }

    /** {@code VariableDefinition : Description? Variable : Type DefaultValue? Directives?}. */
    private VariableDefinition variableDefinition() {
        int start = cursor.start();
        StringValue description = values.description();
        Variable variable = values.variable();
        cursor.expect(COLON);
        TypeReference type = values.type();
        Value defaultValue = cursor.skip(EQUALS) ? values.value(CONSTANT) : null;
        List<Directive> directives = values.directives(CONSTANT);
        return new VariableDefinition(description, variable, type, defaultValue, directives, cursor.since(start));
    }

    /** {@code FragmentDefinition : Description? fragment FragmentName TypeCondition Directives? SelectionSet}. */
    FragmentDefinition fragment(int start, @Nullable StringValue description) {
        cursor.advance();
        if (cursor.isWord("on")) throw cursor.expected("the name of the fragment, which is not \"on\"");
        String name = cursor.name("the name of the fragment");
        cursor.expectWord("on");
        NamedType typeCondition = values.namedType("the type of the fragment");
        List<Directive> directives = values.directives(VARIABLE);
        return new FragmentDefinition(
                description, name, typeCondition, directives, selectionSet(), cursor.since(start));
    }

    /** {@code SelectionSet : { Selection+ }}. */
    private SelectionSet selectionSet() {
        int start = cursor.start();
        cursor.enter(BRACE_LEFT);
        int selections = cursor.startList();
        do {
            cursor.add(selection());
        } while (!cursor.is(BRACE_RIGHT));
        cursor.leave(BRACE_RIGHT);
        List<Selection> list = cursor.list(selections);
        Location location = cursor.since(start);
        return new SelectionSet(list, location);
    }

    /**
     * {@code Selection : Field FragmentSpread InlineFragment},
     * {@code Field : Alias? Name Arguments? Directives? SelectionSet?},
     * {@code FragmentSpread : ... FragmentName Directives?},
     * {@code InlineFragment : ... TypeCondition? Directives? SelectionSet}.
     *
     * <p>One method, and larger than the 325 bytes up to which the JIT inlines: copied into itself, as it calls itself by
     * way of its selection set, it takes a sixth longer.
     */
    private Selection selection() {
        int start = cursor.start();
        if (cursor.is(NAME)) {
            String name = cursor.name("the name of a field");
            String alias = null;
            if (cursor.skip(COLON)) {
                alias = name;
                name = cursor.name("the name of a field");
            }
            List<Argument> arguments = cursor.is(PAREN_LEFT) ? values.arguments(VARIABLE) : List.of();
            List<Directive> directives = cursor.is(AT) ? values.directives(VARIABLE) : List.of();
            SelectionSet selections = cursor.is(BRACE_LEFT) ? selectionSet() : null;
            Location location = cursor.since(start);
            return new Field(alias, name, arguments, directives, selections, location);
        }
        if (!cursor.skip(SPREAD)) throw cursor.expected("a field or \"...\"");
        if (cursor.is(NAME) && !cursor.isWord("on")) {
            String name = cursor.name("the name of a fragment");
            List<Directive> directives = cursor.is(AT) ? values.directives(VARIABLE) : List.of();
            Location location = cursor.since(start);
            return new FragmentSpread(name, directives, location);
        }
        NamedType typeCondition = cursor.skipWord("on") ? values.namedType("the type of the fragment") : null;
        List<Directive> directives = cursor.is(AT) ? values.directives(VARIABLE) : List.of();
        SelectionSet selections = selectionSet();
        Location location = cursor.since(start);
        return new InlineFragment(typeCondition, directives, selections, location);
    }
}
