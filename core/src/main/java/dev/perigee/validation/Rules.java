package dev.perigee.validation;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntFunction;

/** Some rules, sorted by what they want to see, so that each node meets only the rules that care for it. */
final class Rules {
    private static final Rules ALL = new Rules(EnumSet.allOf(ValidationRule.class));

    final Rule.OnDocument[] document;
    final Rule.OnOperation[] operation;
    final Rule.OnFragment[] fragment;
    final Rule.OnVariableDefinition[] variableDefinition;
    final Rule.OnNamedType[] namedType;
    final Rule.OnField[] field;
    final Rule.OnUndefinedField[] undefinedField;
    final Rule.OnFragmentSpread[] fragmentSpread;
    final Rule.OnInlineFragment[] inlineFragment;
    final Rule.OnDirectives[] directives;
    final Rule.OnDirective[] directive;
    final Rule.OnArguments[] arguments;
    final Rule.OnUndefinedArgument[] undefinedArgument;
    final Rule.OnValue[] value;
    final Rule.OnObjectValue[] objectValue;

    private Rules(Set<ValidationRule> rules) {
        document = of(rules, Rule.OnDocument.class, Rule.OnDocument[]::new);
        operation = of(rules, Rule.OnOperation.class, Rule.OnOperation[]::new);
        fragment = of(rules, Rule.OnFragment.class, Rule.OnFragment[]::new);
        variableDefinition = of(rules, Rule.OnVariableDefinition.class, Rule.OnVariableDefinition[]::new);
        namedType = of(rules, Rule.OnNamedType.class, Rule.OnNamedType[]::new);
        field = of(rules, Rule.OnField.class, Rule.OnField[]::new);
        undefinedField = of(rules, Rule.OnUndefinedField.class, Rule.OnUndefinedField[]::new);
        fragmentSpread = of(rules, Rule.OnFragmentSpread.class, Rule.OnFragmentSpread[]::new);
        inlineFragment = of(rules, Rule.OnInlineFragment.class, Rule.OnInlineFragment[]::new);
        directives = of(rules, Rule.OnDirectives.class, Rule.OnDirectives[]::new);
        directive = of(rules, Rule.OnDirective.class, Rule.OnDirective[]::new);
        arguments = of(rules, Rule.OnArguments.class, Rule.OnArguments[]::new);
        undefinedArgument = of(rules, Rule.OnUndefinedArgument.class, Rule.OnUndefinedArgument[]::new);
        value = of(rules, Rule.OnValue.class, Rule.OnValue[]::new);
        objectValue = of(rules, Rule.OnObjectValue.class, Rule.OnObjectValue[]::new);
    }

    static Rules of(Set<ValidationRule> rules) {
        return rules.size() == ValidationRule.values().length ? ALL : new Rules(rules);
    }

    private static <T extends Rule> T[] of(Set<ValidationRule> rules, Class<T> interest, IntFunction<T[]> array) {
        return rules.stream()
                .map(ValidationRule::rule)
                .filter(interest::isInstance)
                .map(interest::cast)
                .toArray(array);
    }
}
