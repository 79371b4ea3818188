package dev.perigee.schema;

import dev.perigee.language.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The directives on definitions, which are coerced once the schema is known to be valid. */
final class DirectiveApplication {
    private final List<Application> applications = new ArrayList<>();

    private record Application(List<Directive> nodes, Consumer<List<AppliedDirective>> target) {}

    /** The directives on one definition, and what takes them. */
    void add(List<Directive> nodes, Consumer<List<AppliedDirective>> target) {
        if (!nodes.isEmpty()) applications.add(new Application(nodes, target));
    }

    /** The directives on a type and its extensions. */
    void addAll(List<TypePart> parts, Consumer<List<AppliedDirective>> target) {
        if (parts.size() == 1) {
            add(parts.getFirst().directives(), target);
            return;
        }
        List<Directive> nodes = new ArrayList<>();
        for (TypePart part : parts) nodes.addAll(part.directives());
        add(nodes, target);
    }

    void apply(Draft draft) {
        for (Application application : applications) {
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
