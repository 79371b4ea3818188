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
    final Rule.OnFragmentSpread[] fragmentSpread;
    final Rule.OnInlineFragment[] inlineFragment;
    final Rule.OnDirectives[] directives;
    final Rule.OnDirective[] directive;
    final Rule.OnArgument[] argument;
    final Rule.OnValue[] value;

    private Rules(Set<ValidationRule> rules) {
        document = of(rules, Rule.OnDocument.class, Rule.OnDocument[]::new);
        operation = of(rules, Rule.OnOperation.class, Rule.OnOperation[]::new);
        fragment = of(rules, Rule.OnFragment.class, Rule.OnFragment[]::new);
        variableDefinition = of(rules, Rule.OnVariableDefinition.class, Rule.OnVariableDefinition[]::new);
        namedType = of(rules, Rule.OnNamedType.class, Rule.OnNamedType[]::new);
        field = of(rules, Rule.OnField.class, Rule.OnField[]::new);
        fragmentSpread = of(rules, Rule.OnFragmentSpread.class, Rule.OnFragmentSpread[]::new);
        inlineFragment = of(rules, Rule.OnInlineFragment.class, Rule.OnInlineFragment[]::new);
        directives = of(rules, Rule.OnDirectives.class, Rule.OnDirectives[]::new);
        directive = of(rules, Rule.OnDirective.class, Rule.OnDirective[]::new);
        argument = of(rules, Rule.OnArgument.class, Rule.OnArgument[]::new);
        value = of(rules, Rule.OnValue.class, Rule.OnValue[]::new);
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
