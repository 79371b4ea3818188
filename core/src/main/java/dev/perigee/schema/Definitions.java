package dev.perigee.schema;

import dev.perigee.language.Definition;
import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.ExecutableDefinition;
import dev.perigee.language.SchemaDefinition;
import dev.perigee.language.SchemaExtension;
import dev.perigee.language.TypeDefinition;
import dev.perigee.language.TypeExtension;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All definitions of a schema: each type with its extensions, each directive, the schema definition. What is defined
 * more than once, extends nothing, or is no definition of a schema is a problem, and left out.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Type-System.Definitions">Type System</a>
 */
final class Definitions {
    private final Map<String, List<TypePart>> types = new LinkedHashMap<>();
    private final Map<String, DirectiveDefinition> directives = new LinkedHashMap<>();
    private final List<SchemaPart> schema = new ArrayList<>();
    private final SchemaProblems problems;

    private Definitions(SchemaProblems problems) {
        this.problems = problems;
    }

    static Definitions of(Collection<Definition> nodes, SchemaProblems problems) {
        Definitions definitions = new Definitions(problems);
        for (Definition node : nodes) definitions.addDefinition(node);
        for (Definition node : nodes) definitions.addExtension(node);
        return definitions;
    }

    /** The parts of each type by its name, its definition first. */
    Map<String, List<TypePart>> types() {
        return types;
    }

    /** The parts of one type, none if it is not defined. */
    List<TypePart> parts(String name) {
        return types.getOrDefault(name, List.of());
    }

    Map<String, DirectiveDefinition> directives() {
        return directives;
    }

    /** The schema definition, if there is one, then its extensions. */
    List<SchemaPart> schema() {
        return schema;
    }

    /** Null if the schema has the default root types. */
    @Nullable SchemaPart schemaDefinition() {
        return schema.isEmpty() || schema.getFirst().isExtension() ? null : schema.getFirst();
    }

    private void addDefinition(Definition node) {
        switch (node) {
            case TypeDefinition definition -> addType(TypePart.of(definition));
            case DirectiveDefinition definition -> addDirective(definition);
            case SchemaDefinition definition -> addSchema(SchemaPart.of(definition));
            case ExecutableDefinition definition ->
                problems.add(
                        "A schema has definitions of types, directives and the schema, but no operations or fragments.",
                        definition.location());
            case TypeExtension extension -> {}
            case SchemaExtension extension -> {}
        }
    }

    /** UniqueTypeNames. */
    private void addType(TypePart part) {
        List<TypePart> parts = types.get(part.name());
        if (parts == null) {
            parts = new ArrayList<>(1);
            parts.add(part);
            types.put(part.name(), parts);
        } else {
            problems.add(
                    "Type \"%s\" is defined more than once.".formatted(part.name()),
                    part.location(),
                    parts.getFirst().location());
        }
    }

    /** UniqueDirectiveNames. */
    private void addDirective(DirectiveDefinition definition) {
        DirectiveDefinition first = directives.putIfAbsent(definition.name(), definition);
        if (first == null) return;
        problems.add(
                "Directive \"@%s\" is defined more than once.".formatted(definition.name()),
                Places.withoutDescription(definition),
                Places.withoutDescription(first));
    }

    /** LoneSchemaDefinition. */
    private void addSchema(SchemaPart part) {
        if (schema.isEmpty()) schema.add(part);
        else
            problems.add(
                    "There is more than one schema definition.",
                    part.location(),
                    schema.getFirst().location());
    }

    /** PossibleTypeExtensions. */
    private void addExtension(Definition node) {
        switch (node) {
            case SchemaExtension extension -> schema.add(SchemaPart.of(extension));
            case TypeExtension extension -> extend(TypePart.of(extension));
            default -> {}
        }
    }

    private void extend(TypePart extension) {
        List<TypePart> parts = types.get(extension.name());
        if (parts == null) {
            problems.add(missing(extension), extension.location());
            return;
        }
        TypePart definition = parts.getFirst();
        if (definition.kind() == extension.kind()) {
            parts.add(extension);
            return;
        }
        problems.add(
                "Cannot extend \"%s\" as %s: it is %s."
                        .formatted(
                                extension.name(),
                                extension.kind().described(),
                                definition.kind().described()),
                extension.location(),
                definition.location());
    }

    private String missing(TypePart extension) {
        String name = extension.name();
        if (BuiltInScalars.of(name) != null) return "Cannot extend \"%s\": it is built in.".formatted(name);
        return "Cannot extend \"%s\": it is not defined.%s".formatted(name, problems.didYouMean(name, types.keySet()));
    }
}
