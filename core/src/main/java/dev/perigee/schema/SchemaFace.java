package dev.perigee.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What callers of one audience see of a schema: a schema of its own, in which nothing tells of the rest. The rest is
 *
 * <ul>
 *   <li>what is marked with {@link AudienceDirective @audience} for others; on a field or argument of an interface, the mark
 *       holds for those who implement it, too;
 *   <li>the fields, arguments and input fields of a type that is hidden, its place in unions, and in {@code implements};
 *   <li>the types that only hidden fields lead to;
 *   <li>the directive {@code @audience} itself, and directives that can't be written without something hidden.
 * </ul>
 *
 * <p>Types of a face are other objects than those of the whole schema, and found by the same names. Scalars coerce, and
 * enum values stand for what they stand for, as they do there.
 */
public final class SchemaFace {
    private SchemaFace() {}

    /**
     * The face for an audience, the schema itself if it has no {@code @audience}. An audience that the schema does not name
     * sees what is for everybody, as does one without a name.
     *
     * @throws SchemaException if what is left is not a valid schema; the messages say what to hide, too, or to show
     */
    public static Schema of(Schema schema, String audience) {
        DirectiveType directive = schema.directive(AudienceDirective.NAME);
        if (directive == null) return schema;
        checkDefinition(directive);
        if (audiences(schema).contains("")) throw invalid("@audience(only: [\"\"]): an audience must have a name.");
        String whose = audience.isEmpty() ? "For callers without an audience, " : "For audience \"" + audience + "\", ";
        Visibility visibility = Visibility.of(audience);
        Set<DefinedType> types = ReachableTypes.of(schema, visibility);
        List<SchemaProblem> problems = FaceCheck.problems(schema, visibility, types, whose);
        if (!problems.isEmpty()) throw new SchemaException(problems);
        return assemble(schema, new FaceDefinitions(schema, visibility, types), whose);
    }

    /** The audiences that a schema names, sorted. */
    public static Set<String> audiences(Schema schema) {
        Set<String> names = new TreeSet<>();
        if (schema.directive(AudienceDirective.NAME) == null) return names;
        for (DefinedType type : schema.types()) {
            add(type.appliedDirectives(), names);
            switch (type) {
                case ImplementingType implementing ->
                    implementing.fields().forEach(field -> {
                        add(field.appliedDirectives(), names);
                        addOf(field.arguments(), names);
                    });
                case InputObjectType input -> addOf(input.fields(), names);
                case EnumType values -> values.values().forEach(value -> add(value.appliedDirectives(), names));
                case ScalarType scalar -> {} // nothing is in these
                case UnionType union -> {}
            }
        }
        schema.directives().forEach(other -> addOf(other.arguments(), names));
        return names;
    }

    private static void addOf(Collection<InputValue> inputs, Set<String> names) {
        inputs.forEach(input -> add(input.appliedDirectives(), names));
    }

    private static void add(List<AppliedDirective> directives, Set<String> names) {
        for (AppliedDirective directive : directives) {
            if (directive.name().equals(AudienceDirective.NAME)) names.addAll(AudienceDirective.names(directive));
        }
    }

    /** A directive of the same name but of another make would hide nothing that its users think it does. */
    private static void checkDefinition(DirectiveType directive) {
        InputValue only = directive.argument("only");
        if (only != null && only.type().nullable() instanceof ListOf) return;
        throw invalid("The directive @audience has no list as argument \"only\": leave its definition to"
                + " AudienceDirective, or add it.");
    }

    private static SchemaException invalid(String message) {
        return new SchemaException(List.of(new SchemaProblem(message, List.of())));
    }

    private static Schema assemble(Schema schema, FaceDefinitions definitions, String whose) {
        try {
            return SchemaAssembly.assemble(definitions.all(), Attachments.of(schema), List.of());
        } catch (SchemaException e) {
            List<SchemaProblem> problems = new ArrayList<>();
            for (SchemaProblem problem : e.problems()) {
                problems.add(new SchemaProblem(whose + "the schema is not valid: " + problem.message(), List.of()));
            }
            throw new SchemaException(problems);
        }
    }
}
