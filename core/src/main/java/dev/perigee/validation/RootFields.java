package dev.perigee.validation;

import dev.perigee.language.Directive;
import dev.perigee.language.Field;
import dev.perigee.language.FragmentSpread;
import dev.perigee.language.InlineFragment;
import dev.perigee.language.Location;
import dev.perigee.language.NamedType;
import dev.perigee.language.Selection;
import dev.perigee.language.SelectionSet;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.ObjectType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields that subscriptions select from their root type. For each fragment is worked out once, from those that it
 * spreads, whether it would be right as the whole of a subscription; so many subscriptions may share many fragments.
 * Where fragments spread each other in circles, which is an error in itself, something may be overlooked.
 *
 * @see <a href="https://spec.graphql.org/September2025/#CollectSubscriptionFields()">CollectSubscriptionFields</a>
 */
final class RootFields {
    private static final int MOST_PLACES = 10;

    private final ObjectType type;
    private final Scope scope;
    private final Summary[] ofFragments;

    private RootFields(ObjectType type, Scope scope) {
        this.type = type;
        this.scope = scope;
        this.ofFragments = new Summary[scope.executables().fragments().size()];
    }

    /** Of all fragments of the document, as parts of subscriptions on {@code type}. */
    static RootFields of(ObjectType type, Scope scope) {
        RootFields roots = new RootFields(type, scope);
        for (Executable fragment : scope.executables().graph(scope.effort()).bottomUp()) {
            roots.ofFragments[fragment.index()] = roots.summary(fragment);
        }
        return roots;
    }

    /** Whether a subscription selects one field, which is not of introspection, under no condition. */
    boolean areSingle(Executable operation) {
        return !summary(operation).wrong;
    }

    private Summary summary(Executable executable) {
        Summary summary = new Summary();
        summarize(executable.definition().selectionSet(), summary);
        return summary;
    }

    private void summarize(SelectionSet set, Summary summary) {
        for (Selection selection : set.selections()) {
            scope.effort().step();
            if (summary.wrong) return;
            summary.wrong = condition(selection) != null;
            switch (selection) {
                case Field field -> summary.add(field);
                case InlineFragment fragment -> {
                    if (applies(fragment.typeCondition())) summarize(fragment.selectionSet(), summary);
                }
                case FragmentSpread spread -> {
                    Executable fragment = applicable(spread);
                    if (fragment != null) summary.add(ofFragments[fragment.index()]);
                }
            }
        }
    }

    private static @Nullable Directive condition(Selection selection) {
        for (Directive directive : selection.directives()) {
            if (directive.name().equals("skip") || directive.name().equals("include")) return directive;
        }
        return null;
    }

    private boolean applies(@Nullable NamedType condition) {
        return condition == null || applies(scope.schema().type(condition.name()));
    }

    private boolean applies(@Nullable DefinedType condition) {
        return condition instanceof CompositeType composite && scope.schema().isPossibleType(composite, type);
    }

    private @Nullable Executable applicable(FragmentSpread spread) {
        Executable fragment = scope.executables().fragment(spread.name());
        return fragment != null && applies(fragment.type()) ? fragment : null;
    }

    /** What is wrong with a subscription, in all its places. */
    Found collect(Executable operation) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Summary first = new Summary();
        BitSet visited = new BitSet();
        Deque<SelectionSet> open = new ArrayDeque<>();
        open.add(operation.definition().selectionSet());
        while (!open.isEmpty()) collect(open.remove(), first, found, visited, open);
        return found;
    }

    private void collect(SelectionSet set, Summary first, Found found, BitSet visited, Deque<SelectionSet> open) {
        for (Selection selection : set.selections()) {
            scope.effort().step();
            Directive condition = condition(selection);
            if (condition != null) note(condition.location(), found.conditional);
            switch (selection) {
                case Field field -> {
                    if (!first.accepts(field)) note(field.location(), found.beyondFirst);
                    if (isIntrospection(field)) note(field.location(), found.introspection);
                }
                case InlineFragment fragment -> {
                    if (applies(fragment.typeCondition())) open.add(fragment.selectionSet());
                }
                case FragmentSpread spread -> {
                    Executable fragment = applicable(spread);
                    if (fragment == null || visited.get(fragment.index())) continue;
                    visited.set(fragment.index());
                    open.add(fragment.definition().selectionSet());
                }
            }
        }
    }

    private static void note(Location location, List<Location> places) {
        if (places.size() < MOST_PLACES) places.add(location);
    }

    private static boolean isIntrospection(Field field) {
        return field.name().startsWith("__");
    }

    /** Places in a subscription. */
    record Found(List<Location> conditional, List<Location> beyondFirst, List<Location> introspection) {}

    /** The one response name of some selections; or that they have more, or are wrong otherwise. */
    private static final class Summary {
        private @Nullable String responseName;
        private boolean wrong;

        boolean accepts(Field field) {
            if (responseName == null) responseName = field.responseName();
            return responseName.equals(field.responseName());
        }

        void add(Field field) {
            wrong |= isIntrospection(field) || !accepts(field);
        }

        /** @param other null if it is not known yet, in a circle of fragments */
        void add(@Nullable Summary other) {
            if (other == null) return;
            wrong |= other.wrong
                    || (responseName != null && other.responseName != null && !responseName.equals(other.responseName));
            if (responseName == null) responseName = other.responseName;
        }
    }
}
