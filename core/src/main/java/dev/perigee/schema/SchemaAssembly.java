package dev.perigee.schema;

import dev.perigee.language.Definition;
import dev.perigee.language.Source;
import dev.perigee.language.StringValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** From definitions, wherever they come from, to a schema, with every rule in between. */
final class SchemaAssembly {
    private final Definitions definitions;
    private final Draft draft;
    private final SchemaProblems problems;

    private SchemaAssembly(Definitions definitions, Draft draft, SchemaProblems problems) {
        this.definitions = definitions;
        this.draft = draft;
        this.problems = problems;
    }

    /**
     * Makes a schema.
     *
     * @param sources in the order in which problems are listed
     * @throws SchemaException with everything that is wrong
     */
    static Schema assemble(Collection<Definition> nodes, Attachments attachments, List<Source> sources) {
        SchemaProblems problems = new SchemaProblems();
        Definitions definitions = Definitions.of(nodes, problems);
        Draft draft = new Draft(BuiltInDefinitions.types(), BuiltInDefinitions.directives());
        DirectiveApplication directives = TypeAssembler.assemble(definitions, attachments, draft);
        attachments.check(draft, problems);
        new SchemaAssembly(definitions, draft, problems).check();
        problems.throwIfAny(sources);
        directives.apply(draft);
        return schema(definitions, draft);
    }

    private void check() {
        DefinitionWalk.walk(definitions, rules());
        new ValidImplementations(draft, problems).check();
        new InputObjectCycles(draft, problems).check();
        new DefaultValueCycles(draft, problems).check();
        new DirectiveCycles(definitions, problems).check();
    }

    private List<DefinitionRule> rules() {
        return List.of(
                new ValidNames(problems),
                new BuiltInNames(problems),
                new NonEmptyTypes(definitions, problems),
                new UniqueFieldDefinitionNames(problems),
                new UniqueArgumentDefinitionNames(problems),
                new UniqueEnumValueNames(problems),
                new UniqueMemberTypes(problems),
                new KnownTypeNames(draft, problems),
                new WrappingDepth(problems),
                new InputOutputTypes(draft, problems),
                new MemberTypeKinds(draft, problems),
                new RootTypes(definitions, draft, problems),
                new DefaultValues(draft, problems),
                new DeprecatedRequired(problems),
                new OneOfFields(draft, problems),
                new KnownDirectiveLocations(problems),
                new KnownDirectives(draft, problems),
                new UniqueDirectivesPerLocation(draft, problems),
                new DirectiveArguments(draft, problems));
    }

    private static Schema schema(Definitions definitions, Draft draft) {
        SchemaPart definition = definitions.schemaDefinition();
        StringValue description = definition == null ? null : definition.description();
        List<AppliedDirective> directives = new ArrayList<>();
        for (SchemaPart part : definitions.schema()) {
            part.directives().forEach(node -> directives.add(DirectiveApplication.coerce(node, draft)));
        }
        return new Schema(description == null ? null : description.value(), List.copyOf(directives), draft);
    }
}
