package dev.perigee.grpc.relation;

import dev.perigee.grpc.graph.MessageType;
import dev.perigee.grpc.relation.Problems.Place;
import dev.perigee.language.Directive;
import dev.perigee.language.ObjectField;
import dev.perigee.language.ObjectValue;
import dev.perigee.language.Value;
import dev.perigee.schema.AppliedDirective;
import dev.perigee.schema.OutputField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A relation as it is declared, while it is bound.
 *
 * @param parent the message whose field it is; null for a root's, and where the parents are no messages
 * @param usedArguments to be completed by whoever binds one
 */
record Declaration(
        OutputField field,
        boolean isRoot,
        @Nullable MessageType parent,
        AppliedDirective directive,
        Place place,
        Set<String> usedArguments) {
    static Declaration of(
            OutputField field,
            boolean isRoot,
            @Nullable MessageType parent,
            AppliedDirective directive,
            Problems problems) {
        Place place = problems.at(field.coordinate());
        return new Declaration(field, isRoot, parent, directive, place, new LinkedHashSet<>());
    }

    /** Whether the parents are another source's or Java's, of which the IDL knows nothing. */
    boolean hasForeignParents() {
        return parent == null && !isRoot;
    }

    String method() {
        return String.valueOf(directive.arguments().get("method"));
    }

    String result() {
        return text(directive.arguments().get("result"));
    }

    @Nullable Missing missing() {
        Object missing = directive.arguments().get("missing");
        return missing == null ? null : Missing.valueOf(missing.toString());
    }

    /** As it is written: there, an enum's value is not a text. */
    @Nullable Value with() {
        return argument(directive.node(), "with");
    }

    /** See {@link #with}. */
    @Nullable Value singleWith() {
        Value batch = argument(directive.node(), "batch");
        return field(field(batch, "single"), "with");
    }

    /** What {@code batch} is given, defaults filled in; null without it. */
    @Nullable Map<?, ?> batch() {
        return directive.arguments().get("batch") instanceof Map<?, ?> batch ? batch : null;
    }

    /** A text that may be left out. */
    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static @Nullable Value argument(Directive directive, String name) {
        return directive.arguments().stream()
                .filter(argument -> argument.name().equals(name))
                .map(argument -> argument.value())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Value field(@Nullable Value value, String name) {
        List<ObjectField> fields = value instanceof ObjectValue object ? object.fields() : List.of();
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(ObjectField::value)
                .findFirst()
                .orElse(null);
    }
}
