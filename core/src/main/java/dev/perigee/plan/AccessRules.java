package dev.perigee.plan;

import dev.perigee.data.AccessDirectives;
import dev.perigee.data.AccessRule;
import dev.perigee.language.Argument;
import dev.perigee.schema.AppliedDirective;
import dev.perigee.schema.InputValue;
import dev.perigee.schema.InterfaceType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** The guards of the fields of an operation, as the schema's access directives say. For one plan. */
final class AccessRules {
    private final boolean isNone;
    private final Conditions conditions;
    private final ProtectedInputs inputs = new ProtectedInputs();

    /**
     * A field under guards: for callers whom all of them let pass, and for others.
     *
     * @param guards none if nothing protects it, more than those above it do
     */
    record Protection(List<Guard> guards, List<Collector.Occurrence> allowed, List<Collector.Occurrence> denied) {}

    AccessRules(Schema schema, Conditions conditions) {
        this.isNone = AccessDirectives.NAMES.stream().allMatch(name -> schema.directive(name) == null);
        this.conditions = conditions;
    }

    /** What becomes of the selections of a field in a place. */
    Protection protect(Place place, OutputField field, List<Collector.Occurrence> selections) {
        List<Guard> guards = new ArrayList<>(0);
        for (Guard guard : guards(place, field, selections.getFirst().field().arguments())) {
            boolean isOpen = selections.stream().allMatch(one -> conditions.implies(one.condition(), guard.opens()));
            if (!isOpen) guards.add(guard);
        }
        if (guards.isEmpty()) return new Protection(guards, selections, List.of());
        List<Collector.Occurrence> allowed = selections;
        int opens = Conditions.ALWAYS;
        for (Guard guard : guards) {
            allowed = under(guard.opens(), allowed);
            opens = conditions.and(opens, guard.opens());
        }
        return new Protection(List.copyOf(guards), allowed, under(conditions.not(opens), selections));
    }

    private List<Guard> guards(Place place, OutputField field, List<Argument> arguments) {
        if (isNone || field.name().startsWith("__") || place.type().isBuiltIn()) return List.of();
        String coordinate = place.type().name() + "." + field.name();
        List<Guard> guards = new ArrayList<>(1);
        add(guards, coordinate, field.appliedDirectives());
        for (InterfaceType declaring : place.type().interfaces()) {
            OutputField declared = declaring.field(field.name());
            if (declared != null) add(guards, coordinate, declared.appliedDirectives());
        }
        if (!isReturned(place)) add(guards, coordinate, place.type().appliedDirectives());
        add(guards, coordinate, field.namedType().appliedDirectives());
        for (Argument argument : arguments) add(guards, field, argument);
        return guards;
    }

    /** Whether a field gives exactly the type of the place: then it is that field which the rules of the type protect. */
    private static boolean isReturned(Place place) {
        PlannedField parent = place.parent();
        return parent != null && parent.definition().namedType() == place.type();
    }

    private void add(List<Guard> guards, String coordinate, List<AppliedDirective> directives) {
        for (AccessRule rule : AccessRule.of(directives)) {
            guards.add(new Guard(coordinate, rule, conditions.satisfies(rule)));
        }
    }

    private void add(List<Guard> guards, OutputField field, Argument node) {
        InputValue argument = field.argument(node.name());
        if (argument == null) return;
        for (InputValue input : inputs.of(argument)) {
            int isGiven = conditions.gives(new GivenInput(node, argument, input));
            if (isGiven == Conditions.NEVER) continue;
            for (AccessRule rule : AccessRule.of(input.appliedDirectives())) {
                int opens = conditions.or(conditions.not(isGiven), conditions.satisfies(rule));
                guards.add(new Guard(input.coordinate(), rule, opens));
            }
        }
    }

    /** The selections, as far as a condition holds; without those that never count then. */
    private List<Collector.Occurrence> under(int condition, List<Collector.Occurrence> selections) {
        List<Collector.Occurrence> left = new ArrayList<>(selections.size());
        for (Collector.Occurrence selection : selections) {
            int both = both(selection.condition(), condition);
            if (both != Conditions.NEVER) {
                left.add(new Collector.Occurrence(selection.field(), both, selection.order()));
            }
        }
        return left;
    }

    /** As {@link Conditions#and}; sees what the fields above have asked for already. */
    private int both(int selected, int condition) {
        if (conditions.implies(selected, condition)) return selected;
        if (conditions.implies(selected, conditions.not(condition))) return Conditions.NEVER;
        return conditions.and(selected, condition);
    }
}
