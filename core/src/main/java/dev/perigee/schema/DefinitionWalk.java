package dev.perigee.schema;

import dev.perigee.language.Directive;
import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.EnumValueDefinition;
import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputValueDefinition;
import java.util.List;

/** Shows all definitions to all rules, once. */
final class DefinitionWalk {
    private final List<DefinitionRule> rules;

    private DefinitionWalk(List<DefinitionRule> rules) {
        this.rules = rules;
    }

    static void walk(Definitions definitions, List<DefinitionRule> rules) {
        DefinitionWalk walk = new DefinitionWalk(rules);
        definitions.schema().forEach(walk::schema);
        definitions.types().values().forEach(parts -> parts.forEach(walk::type));
        definitions.directives().values().forEach(walk::directive);
        for (DefinitionRule rule : rules) rule.end();
    }

    private void schema(SchemaPart part) {
        for (DefinitionRule rule : rules) rule.schema(part);
        directives(part.directives(), DirectiveLocation.SCHEMA, "schema");
    }

    private void type(TypePart part) {
        for (DefinitionRule rule : rules) rule.type(part);
        directives(part.directives(), part.kind().location(), part.name());
        for (FieldDefinition field : part.fields()) field(part, field);
        for (EnumValueDefinition value : part.values()) enumValue(part, value);
        if (part.inputFields().isEmpty()) return;
        InputOwner owner = new InputOwner.OfInputObject(part.name());
        for (InputValueDefinition field : part.inputFields()) {
            input(owner, field, DirectiveLocation.INPUT_FIELD_DEFINITION);
        }
    }

    private void field(TypePart part, FieldDefinition field) {
        for (DefinitionRule rule : rules) rule.field(part, field);
        if (!field.directives().isEmpty()) {
            directives(field.directives(), DirectiveLocation.FIELD_DEFINITION, part.name() + "." + field.name());
        }
        if (field.arguments().isEmpty()) return;
        InputOwner owner = new InputOwner.OfField(part.name(), field.name());
        for (InputValueDefinition argument : field.arguments()) {
            input(owner, argument, DirectiveLocation.ARGUMENT_DEFINITION);
        }
    }

    private void enumValue(TypePart part, EnumValueDefinition value) {
        for (DefinitionRule rule : rules) rule.enumValue(part, value);
        if (value.directives().isEmpty()) return;
        directives(value.directives(), DirectiveLocation.ENUM_VALUE, part.name() + "." + value.name());
    }

    private void directive(DirectiveDefinition definition) {
        for (DefinitionRule rule : rules) rule.directive(definition);
        InputOwner owner = new InputOwner.OfDirective(definition.name());
        for (InputValueDefinition argument : definition.arguments()) {
            input(owner, argument, DirectiveLocation.ARGUMENT_DEFINITION);
        }
    }

    private void input(InputOwner owner, InputValueDefinition input, DirectiveLocation location) {
        for (DefinitionRule rule : rules) rule.input(owner, input);
        if (!input.directives().isEmpty()) directives(input.directives(), location, owner.coordinate(input.name()));
    }

    private void directives(List<Directive> directives, DirectiveLocation location, String coordinate) {
        if (directives.isEmpty()) return;
        for (DefinitionRule rule : rules) rule.directives(directives, location, coordinate);
    }
}
