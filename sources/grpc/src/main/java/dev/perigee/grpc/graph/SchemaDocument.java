package dev.perigee.grpc.graph;

import static dev.perigee.grpc.graph.Nodes.field;
import static dev.perigee.grpc.graph.Nodes.named;
import static dev.perigee.grpc.graph.Nodes.nonNull;
import static dev.perigee.grpc.graph.Nodes.object;

import dev.perigee.grpc.graph.RootField.Result.Page;
import dev.perigee.language.Definition;
import dev.perigee.language.Document;
import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputValueDefinition;
import dev.perigee.language.NamedType;
import dev.perigee.language.OperationType;
import dev.perigee.language.Printer;
import dev.perigee.language.TypeDefinition;
import dev.perigee.language.UnionTypeDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A graph as SDL: directives, roots, then types in the order of their names, and scalars. Each element's text follows
 * from itself, so that what is added to an IDL only adds lines.
 */
final class SchemaDocument {
    private final Shown shown;
    private final Pages pages;
    private final TypeReferences types;
    private final TypeNames names;
    private final IdlComments comments = new IdlComments();
    private final AppliedDirectives directives = new AppliedDirectives();
    private final Problems problems;
    private final OutputDefinitions outputs;
    private final InputDefinitions inputs;

    SchemaDocument(Shown shown, Pages pages, RelationFields relations, TypeNames names, Problems problems) {
        this.shown = shown;
        this.pages = pages;
        this.names = names;
        this.problems = problems;
        this.types = new TypeReferences(names);
        this.inputs = new InputDefinitions(types, names, comments, directives);
        this.outputs = new OutputDefinitions(types, comments, directives, relations, problems);
    }

    String print(List<RootField> roots) {
        List<Definition> body = new ArrayList<>();
        for (OperationType operation : OperationType.values()) {
            List<FieldDefinition> fields = new ArrayList<>();
            for (RootField root : roots) if (root.operation() == operation) fields.add(define(root));
            if (operation == OperationType.QUERY && fields.isEmpty()) fields.add(noQueries());
            if (!fields.isEmpty()) {
                body.add(object(null, Words.capitalised(Words.lowerCamel(operation.name())), List.of(), fields));
            }
        }
        body.addAll(types());
        List<Definition> all = new ArrayList<>(DirectiveDefinitions.of(directives.used()));
        all.addAll(body);
        all.addAll(ScalarDefinitions.of(shown.scalars));
        return Printer.print(new Document(all, Nodes.NONE)) + "\n";
    }

    /** A graph can't be without. */
    private static FieldDefinition noQueries() {
        return field("Nothing: no method is a query.", "_", named("Boolean"));
    }

    private List<TypeDefinition> types() {
        List<TypeDefinition> all = new ArrayList<>();
        for (MessageType type : shown.objects.values()) all.add(outputs.object(type));
        for (MessageField.OneOf oneof : shown.unions.values()) all.add(union(oneof));
        for (EnumShape type : shown.enums.values()) all.add(outputs.enumType(type));
        for (InputType type : shown.inputs.values()) all.add(inputs.object(type));
        for (InputField.OneOf oneof : shown.inputUnions.values()) all.add(inputs.oneOf(oneof));
        for (InputField.Entries entries : shown.inputEntries.values()) all.add(inputs.entry(entries));
        for (Page page : pages.all()) {
            all.add(outputs.connection(page, pages.edgeName(page)));
            all.add(edge(page));
        }
        if (!pages.all().isEmpty()) all.add(pageInfo());
        all.sort(Comparator.comparing(TypeDefinition::name));
        return all;
    }

    private FieldDefinition define(RootField root) {
        String comment = comments.of(root.method());
        List<InputValueDefinition> arguments = root.inputArgument() == null
                ? inputs.arguments(root.request())
                : List.of(Nodes.input(
                        null, root.inputArgument(), nonNull(named(root.request().name())), List.of()));
        boolean isDeprecated = root.method().getOptions().getDeprecated()
                || root.method().getService().getOptions().getDeprecated();
        return new FieldDefinition(
                Nodes.description(comment),
                root.name(),
                arguments,
                types.of(root.result()),
                directives.of(isDeprecated, comment, CallAccess.of(root, problems)),
                Nodes.NONE);
    }

    private UnionTypeDefinition union(MessageField.OneOf oneof) {
        List<NamedType> members = oneof.members().values().stream()
                .map(type -> new NamedType(type.name(), Nodes.NONE))
                .toList();
        return new UnionTypeDefinition(
                Nodes.description(comments.of(oneof.descriptor())),
                names.union(oneof.descriptor()),
                List.of(),
                members,
                Nodes.NONE);
    }

    private TypeDefinition edge(Page page) {
        return object(
                null,
                pages.edgeName(page),
                List.of(),
                List.of(
                        field(
                                "Of the last edge of a page, where the list goes on after it; null for others.",
                                "cursor",
                                named("String")),
                        field(null, "node", nonNull(types.of(page.items().item())))));
    }

    private static TypeDefinition pageInfo() {
        return object(
                null,
                ReservedNames.PAGE_INFO,
                List.of(),
                List.of(
                        field(null, "hasNextPage", nonNull(named("Boolean"))),
                        field("What `after` takes for the next page.", "endCursor", named("String"))));
    }
}
