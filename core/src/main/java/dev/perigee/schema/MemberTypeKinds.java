package dev.perigee.schema;

import dev.perigee.language.NamedType;

/**
 * What is implemented is an interface; what is a member of a union is an object.
 *
 * @see <a href="https://spec.graphql.org/September2025/#sec-Unions.Type-Validation">Type Validation</a>
 */
final class MemberTypeKinds implements DefinitionRule {
    private final Draft draft;
    private final SchemaProblems problems;

    MemberTypeKinds(Draft draft, SchemaProblems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    @Override
    public void type(TypePart part) {
        for (NamedType node : part.interfaces()) {
            DefinedType type = draft.named(node.name());
            if (type instanceof InterfaceType || draft.isUnknown(type)) continue;
            add("Type \"%s\" can only implement interfaces; \"%s\" is %s.", part, node, type);
        }
        for (NamedType node : part.members()) {
            DefinedType type = draft.named(node.name());
            if (type instanceof ObjectType || draft.isUnknown(type)) continue;
            add("Union \"%s\" can only have objects as members; \"%s\" is %s.", part, node, type);
        }
    }

    private void add(String message, TypePart part, NamedType node, DefinedType type) {
        String kind = TypeKind.of(type).described();
        problems.add(message.formatted(part.name(), node.name(), kind), node.location());
    }
}
