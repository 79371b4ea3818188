package dev.perigee.validation;

import dev.perigee.language.Definition;
import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.Document;
import dev.perigee.language.ExecutableDefinition;
import dev.perigee.language.SchemaDefinition;
import dev.perigee.language.SchemaExtension;
import dev.perigee.language.TypeDefinition;
import dev.perigee.language.TypeExtension;

/**
 * A document to execute has operations and fragments only: it defines nothing of the schema.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Executable-Definitions">Executable Definitions</a>
 */
final class ExecutableDefinitions implements Rule.OnDocument {
    @Override
    public void leaveDocument(Document document, Scope scope, Problems problems) {
        for (Definition definition : document.definitions()) {
            if (definition instanceof ExecutableDefinition) continue;
            problems.add(
                    ProblemCode.NOT_EXECUTABLE,
                    "The %s definition is not executable.".formatted(name(definition)),
                    definition.location());
        }
    }

    private static String name(Definition definition) {
        return switch (definition) {
            case SchemaDefinition schema -> "schema";
            case SchemaExtension schema -> "schema";
            case DirectiveDefinition directive -> "\"@" + directive.name() + "\"";
            case TypeDefinition type -> "\"" + type.name() + "\"";
            case TypeExtension type -> "\"" + type.name() + "\"";
            case ExecutableDefinition executable -> throw new IllegalArgumentException("It is executable.");
        };
    }
}
