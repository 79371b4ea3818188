package dev.perigee.schema;

import dev.perigee.language.Directive;
import dev.perigee.language.DirectiveDefinition;
import dev.perigee.language.EnumValueDefinition;
import dev.perigee.language.FieldDefinition;
import dev.perigee.language.InputValueDefinition;
import java.util.List;

/**
 * One rule for definitions as they are written. An instance checks one schema: {@link DefinitionWalk} calls it for each
 * definition, for one type after the other, the extensions of a type after its definition.
 */
interface DefinitionRule {
    default void schema(SchemaPart part) {}

    default void type(TypePart part) {}

    default void field(TypePart part, FieldDefinition field) {}

    default void enumValue(TypePart part, EnumValueDefinition value) {}

    /** An argument or an input field. */
    default void input(InputOwner owner, InputValueDefinition input) {}

    default void directive(DirectiveDefinition definition) {}

    /**
     * The directives on something, at least one.
     *
     * @param coordinate of what they are on; the same for a type and its extensions
     */
    default void directives(List<Directive> directives, DirectiveLocation location, String coordinate) {}

    /** After everything else. */
    default void end() {}
}
