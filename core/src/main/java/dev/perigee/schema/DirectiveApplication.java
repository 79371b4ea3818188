package dev.perigee.schema;

import dev.perigee.language.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The directives on definitions, to be coerced once the schema is known to be valid. */
record DirectiveApplication(List<TypeAssembler.Application> applications) {
    void apply(Draft draft) {
        for (TypeAssembler.Application application : applications) {
            List<AppliedDirective> applied = new ArrayList<>(application.nodes().size());
            for (Directive node : application.nodes()) applied.add(coerce(node, draft));
            application.target().accept(List.copyOf(applied));
        }
    }

    static AppliedDirective coerce(Directive node, Draft draft) {
        DirectiveType type = draft.directives().get(node.name());
        if (type == null) throw new IllegalStateException("@" + node.name() + " is not defined.");
        return new AppliedDirective(
                node.name(),
                InputCoercion.coerceArguments(type.arguments(), node.arguments(), Map.of(), node.location())
                        .value(),
                node);
    }
}
