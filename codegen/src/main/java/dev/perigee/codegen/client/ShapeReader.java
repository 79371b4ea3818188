package dev.perigee.codegen.client;

import dev.perigee.codegen.client.Gathered.Part;
import dev.perigee.codegen.client.Shape.Branch;
import dev.perigee.codegen.client.Shape.Component;
import dev.perigee.language.Directive;
import dev.perigee.language.Field;
import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.FragmentSpread;
import dev.perigee.language.InlineFragment;
import dev.perigee.language.Location;
import dev.perigee.language.Selection;
import dev.perigee.language.SelectionSet;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.NonNull;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import dev.perigee.schema.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Works out shapes: fields are collected as a server collects them, for each type that an object may be of, and types for which
 * that gives the same are one branch.
 *
 * @see <a href="https://spec.graphql.org/September2025/#CollectFields()">CollectFields</a>
 */
final class ShapeReader {
    /** Fragments that use each other twice each select without end, as far as people can wait. */
    private static final int MOST_FIELDS = 100_000;

    /** What javac lets constructors have. */
    private static final int MOST_COMPONENTS = 255;

    /** A fragment at one object: a second time it has nothing new. */
    private record Visit(String fragment, boolean isConditional) {}

    private final Schema schema;
    private final Documents documents;
    private final List<String> problems;
    private final Set<String> shared = new LinkedHashSet<>();
    private int fields;

    ShapeReader(Schema schema, Documents documents, List<String> problems) {
        this.schema = schema;
        this.documents = documents;
        this.problems = problems;
    }

    /** Of a whole operation or fragment. */
    Shape of(CompositeType type, SelectionSet set) {
        fields = 0;
        return expanded(type, List.of(new Part(type, set, false)));
    }

    /** The fragments that need a class, as far as shapes were worked out. */
    Set<String> shared() {
        return shared;
    }

    /** Whether what is selected depends on the type of the object. */
    boolean branches(CompositeType type, SelectionSet set) {
        return isBranching(groups(type, List.of(new Part(type, set, false))));
    }

    private Shape shape(CompositeType type, List<Part> parts) {
        Shape.OfFragment shared = fragment(type, parts);
        if (shared == null) return expanded(type, parts);
        this.shared.add(shared.fragment());
        return shared;
    }

    private Shape expanded(CompositeType type, List<Part> parts) {
        Map<Set<String>, List<String>> groups = groups(type, parts);
        List<Component> common = components(parts, condition -> schema.isSubtype(type, condition));
        if (!isBranching(groups)) return new Shape.OneRecord(type.name(), common);
        boolean isTold = common.stream()
                .anyMatch(each ->
                        each.responseName().equals("__typename") && each.field() == null && !each.isConditional());
        if (!isTold) tell("Select __typename here, without a condition: what is selected depends on the type.", parts);
        List<Branch> branches = new ArrayList<>();
        groups.forEach((conditions, types) -> {
            if (conditions.isEmpty()) return;
            Predicate<CompositeType> applies = condition ->
                    schema.type(types.getFirst()) instanceof ObjectType one && schema.isPossibleType(condition, one);
            branches.add(new Branch(name(conditions, types), types, components(parts, applies)));
        });
        return new Shape.Branches(type.name(), common, branches);
    }

    /** Where nothing but a fragment is selected that is of the same type. */
    private Shape.@Nullable OfFragment fragment(CompositeType type, List<Part> parts) {
        FragmentSpread only = parts.size() == 1 ? only(type, parts.getFirst().set()) : null;
        return only == null ? null : new Shape.OfFragment(type.name(), only.name());
    }

    /** The fragment on the type that is all that is selected, null if there is anything else. */
    @Nullable FragmentSpread only(CompositeType type, SelectionSet set) {
        return set.selections().size() == 1
                        && set.selections().getFirst() instanceof FragmentSpread spread
                        && spread.directives().isEmpty()
                        && documents
                                .fragment(spread.name())
                                .typeCondition()
                                .name()
                                .equals(type.name())
                ? spread
                : null;
    }

    /** Object types by the type conditions that hold for them, but need not hold for what a newer schema has. */
    private Map<Set<String>, List<String>> groups(CompositeType type, List<Part> parts) {
        Map<String, CompositeType> conditions = new LinkedHashMap<>();
        Set<String> visited = new HashSet<>();
        for (Part part : parts) addConditions(part.set(), conditions, visited);
        List<ObjectType> all = schema.possibleTypes(type);
        conditions.values().removeIf(condition -> schema.isSubtype(type, condition));
        Map<Set<String>, List<String>> groups = new LinkedHashMap<>();
        for (ObjectType each : all) {
            Set<String> applying = new LinkedHashSet<>();
            conditions.forEach((name, condition) -> {
                if (schema.isPossibleType(condition, each)) applying.add(name);
            });
            groups.computeIfAbsent(applying, key -> new ArrayList<>()).add(each.name());
        }
        return groups;
    }

    private static boolean isBranching(Map<Set<String>, List<String>> groups) {
        return groups.keySet().stream().anyMatch(conditions -> !conditions.isEmpty());
    }

    private void addConditions(SelectionSet set, Map<String, CompositeType> conditions, Set<String> visited) {
        for (Selection each : set.selections()) {
            switch (each) {
                case Field field -> {}
                case InlineFragment inline -> {
                    if (inline.typeCondition() != null)
                        add(inline.typeCondition().name(), conditions);
                    addConditions(inline.selectionSet(), conditions, visited);
                }
                case FragmentSpread spread -> {
                    if (!visited.add(spread.name())) continue;
                    FragmentDefinition fragment = documents.fragment(spread.name());
                    add(fragment.typeCondition().name(), conditions);
                    addConditions(fragment.selectionSet(), conditions, visited);
                }
            }
        }
    }

    private void add(String name, Map<String, CompositeType> conditions) {
        conditions.putIfAbsent(name, composite(name));
    }

    /** An object's own name; else those of the interfaces. */
    private static String name(Set<String> conditions, List<String> types) {
        return types.size() == 1 && conditions.contains(types.getFirst())
                ? types.getFirst()
                : String.join("", conditions);
    }

    private List<Component> components(List<Part> parts, Predicate<CompositeType> applies) {
        Map<String, Gathered> gathered = new LinkedHashMap<>();
        Set<Visit> visited = new HashSet<>();
        for (Part part : parts) gather(part, applies, gathered, visited);
        if (gathered.size() > MOST_COMPONENTS)
            tell(
                    "%d fields are selected here, and a record has no more than %d components."
                            .formatted(gathered.size(), MOST_COMPONENTS),
                    parts);
        List<Component> components = new ArrayList<>();
        gathered.forEach((responseName, field) -> components.add(component(responseName, field)));
        return components;
    }

    private Component component(String responseName, Gathered field) {
        OutputField definition = field.definition;
        if (definition == null) {
            Type text = new NonNull(Objects.requireNonNull(schema.type("String")));
            return new Component(responseName, null, text, field.isConditional(), null);
        }
        Shape below = definition.namedType() instanceof CompositeType type && fields <= MOST_FIELDS
                ? shape(type, field.below(type))
                : null;
        return new Component(responseName, definition, definition.type(), field.isConditional(), below);
    }

    private void gather(
            Part part, Predicate<CompositeType> applies, Map<String, Gathered> gathered, Set<Visit> visited) {
        for (Selection each : part.set().selections()) {
            boolean isConditional = part.isConditional() || isConditional(each);
            switch (each) {
                case Field field -> gather(field, part.type(), isConditional, gathered);
                case InlineFragment inline -> {
                    CompositeType type = inline.typeCondition() == null
                            ? part.type()
                            : composite(inline.typeCondition().name());
                    if (type == part.type() || applies.test(type))
                        gather(new Part(type, inline.selectionSet(), isConditional), applies, gathered, visited);
                }
                case FragmentSpread spread -> {
                    if (!visited.add(new Visit(spread.name(), isConditional))) continue;
                    FragmentDefinition fragment = documents.fragment(spread.name());
                    CompositeType type = composite(fragment.typeCondition().name());
                    if (type == part.type() || applies.test(type))
                        gather(new Part(type, fragment.selectionSet(), isConditional), applies, gathered, visited);
                }
            }
        }
    }

    private void gather(Field field, CompositeType parent, boolean isConditional, Map<String, Gathered> gathered) {
        if (++fields == MOST_FIELDS + 1)
            problems.add(Documents.shown(
                    "With all fragments spelt out, more than %d fields are selected.".formatted(MOST_FIELDS),
                    field.location()));
        if (fields > MOST_FIELDS) return;
        OutputField definition = parent.field(field.name());
        if (definition == null && !field.name().equals("__typename")) {
            problems.add(Documents.shown("There are no classes for introspection: send it as text.", field.location()));
            return;
        }
        gathered.computeIfAbsent(field.responseName(), name -> new Gathered(definition))
                .add(field, isConditional);
    }

    private static boolean isConditional(Selection selection) {
        for (Directive each : selection.directives()) {
            if (each.name().equals("include") || each.name().equals("skip")) return true;
        }
        return false;
    }

    private void tell(String problem, List<Part> parts) {
        Location location = parts.getFirst().set().location();
        problems.add(Documents.shown(problem, location));
    }

    private CompositeType composite(String name) {
        if (schema.type(name) instanceof CompositeType type) return type;
        throw new IllegalStateException(name + " has no fields");
    }
}
