package dev.perigee.plan;

import dev.perigee.data.Binding;
import dev.perigee.data.Fetch;
import dev.perigee.data.FetchSource;
import dev.perigee.data.FieldInfo;
import dev.perigee.data.LoadSource;
import dev.perigee.data.Wiring;
import dev.perigee.language.Definition;
import dev.perigee.language.Document;
import dev.perigee.language.Field;
import dev.perigee.language.FragmentDefinition;
import dev.perigee.language.Location;
import dev.perigee.language.OperationDefinition;
import dev.perigee.language.OperationType;
import dev.perigee.schema.CompositeType;
import dev.perigee.schema.DefinedType;
import dev.perigee.schema.Introspection;
import dev.perigee.schema.IntrospectionReader;
import dev.perigee.schema.ListOf;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import dev.perigee.schema.Schema;
import dev.perigee.schema.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles an operation of a valid document into a {@link Plan}. One planner for each plan. */
public final class Planner {
    private final Schema schema;
    private final Sight sight;
    private final Wiring wiring;
    private final OperationDefinition operation;
    private final int maxDepth;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Conditions conditions = new Conditions();
    private final AccessRules access;
    private final Budget budget;
    private final List<Batch> batches = new ArrayList<>();
    private final Map<BatchKey, LoadBatch> loads = new HashMap<>();
    private final Map<BatchKey, SourceBatch> sourced = new HashMap<>();
    private int places;
    private int fields;
    private int columns;
    private List<PlannedField> properties = List.of(); // of the place whose fields are planned

    /**
     * Loads go together if they use one loader, or a source says so, and wait for as much; in a mutation only below the
     * same root field.
     */
    private record BatchKey(Object loader, int stage, int rootField) {}

    /** What holds for all fields of a place. */
    private record Level(int depth, int stage, int rootField) {}

    private Planner(
            Sight sight, Wiring wiring, Document document, OperationDefinition operation, int maxFields, int maxDepth) {
        this.schema = sight.schema();
        this.sight = sight;
        this.wiring = wiring;
        this.operation = operation;
        this.maxDepth = maxDepth;
        this.access = new AccessRules(schema, conditions);
        this.budget = new Budget(maxFields);
        for (Definition definition : document.definitions()) {
            if (definition instanceof FragmentDefinition fragment) fragments.put(fragment.name(), fragment);
        }
    }

    /**
     * The plan of an operation.
     *
     * @param face what its callers see of the schema, which may be all
     * @param document valid by the face, and the operation is in it
     * @param maxFields selections that may be planned, each concrete type of an interface or union counted by itself
     * @param maxDepth deepest nesting of fields; a root field has depth 1
     * @throws PlanTooLargeException if a limit is passed
     */
    public static Plan plan(
            Schema schema,
            Schema face,
            Wiring wiring,
            Document document,
            OperationDefinition operation,
            int maxFields,
            int maxDepth) {
        return new Planner(new Sight(schema, face), wiring, document, operation, maxFields, maxDepth).plan();
    }

    private Plan plan() {
        ObjectType rootType = schema.rootType(operation.operation());
        if (rootType == null) throw new IllegalArgumentException("No root type: the document is not valid");
        Place root = new Place(places++, rootType, null);
        var all = List.of(new Collector.Part(operation.selectionSet(), Conditions.ALWAYS));
        fill(root, all, new Level(1, 0, 0));
        Parts.assignWriters(root);
        for (Batch batch : batches) {
            if (batch instanceof SourceBatch source) source.complete();
        }
        return new Plan(schema, sight.face(), operation, root, batches, conditions, places, fields, columns);
    }

    private void fill(Place place, List<Collector.Part> parts, Level level) {
        if (level.depth > maxDepth) throw new PlanTooLargeException("maxDepth", maxDepth);
        var collected = new Collector(schema, fragments, conditions, budget, place.type()).collect(parts);
        List<PlannedField> propertiesAbove = properties;
        List<PlannedField> propertiesHere = new ArrayList<>();
        properties = propertiesHere;
        List<PlannedField> planned = new ArrayList<>(collected.size());
        List<List<Collector.Occurrence>> occurrences = new ArrayList<>(collected.size());
        for (List<Collector.Occurrence> selections : collected.values()) {
            boolean serialRoot = place.parent() == null && operation.operation() == OperationType.MUTATION;
            int rootField = serialRoot ? planned.size() : level.rootField;
            OutputField definition =
                    definition(place, selections.getFirst().field().name());
            var protection = access.protect(place, definition, selections);
            occurrences.add(protection.allowed());
            planned.add(field(place, protection.allowed(), new Level(level.depth, level.stage, rootField)));
            if (protection.denied().isEmpty()) continue;
            occurrences.add(protection.denied());
            planned.add(denied(place, protection));
        }
        properties = propertiesAbove;
        place.complete(
                planned.toArray(PlannedField[]::new),
                propertiesHere,
                Slots.of(planned, occurrences, conditions),
                planned.stream().filter(field -> field.column() >= 0).toArray(PlannedField[]::new));
    }

    private PlannedField field(Place place, List<Collector.Occurrence> selections) {
        Field first = selections.getFirst().field();
        OutputField definition = definition(place, first.name());
        return new PlannedField(
                fields++,
                first.responseName(),
                place,
                definition,
                ArgumentPlan.of(definition, first.arguments(), first.location()),
                anyOf(selections),
                locations(selections),
                sight.isNarrowed(definition.namedType()));
    }

    /** What stands in place of a field for callers who may not see it. */
    private PlannedField denied(Place place, AccessRules.Protection protection) {
        PlannedField field = field(place, protection.denied());
        Shape shape = new Shape.Fetched(field.definition().type().isNonNull());
        field.complete(new Step.Denied(protection.guards()), shape, List.of(), -1);
        return field;
    }

    private PlannedField field(Place place, List<Collector.Occurrence> selections, Level level) {
        PlannedField field = field(place, selections);
        OutputField definition = field.definition();
        Binding binding = binding(place.type(), definition);
        Step step = step(field, binding, level);
        List<Place> children = new ArrayList<>();
        int stage = step.waits() ? level.stage + 1 : level.stage;
        Shape shape = shape(
                field, definition.type(), selections, children, new Level(level.depth + 1, stage, level.rootField));
        boolean isColumn = step.waits() || children.stream().anyMatch(Place::hasColumns);
        field.complete(step, shape, children, isColumn ? columns++ : -1);
        if (step instanceof Step.Part part) field.writeBy(Parts.step(field, part.source()));
        offer(field, binding);
        Batch fed = field.step().fedBatch();
        if (fed != null) fed.add(field);
        return field;
    }

    /** Sources may take over what nothing is declared for. */
    private void offer(PlannedField field, @Nullable Binding binding) {
        if (binding != null || field.isIntrospection()) return;
        boolean isStream = operation.operation() == OperationType.SUBSCRIPTION
                && field.place().parent() == null;
        if (isStream) return;
        for (FetchSource source : wiring.sources()) {
            Fetch found = source.takeOver(field);
            if (found == null) continue;
            Fetch fetch = isNarrowed(field) ? new RefusedFetch(field.coordinate(), found) : found;
            field.children().forEach(Planner::withdraw);
            field.takeOver(
                    new Step.Fetch(fetch, source, deniedBelow(field)), field.column() < 0 ? columns++ : field.column());
            return;
        }
    }

    /** Whether some value in the subtree can be what the caller does not see. */
    private static boolean isNarrowed(PlannedField field) {
        return field.isNarrowed()
                || field.children().stream()
                        .flatMap(place -> place.fields().stream())
                        .anyMatch(Planner::isNarrowed);
    }

    private static List<PlannedField> deniedBelow(PlannedField field) {
        List<PlannedField> denied = new ArrayList<>();
        for (Place child : field.children()) {
            for (PlannedField below : child.fields()) {
                if (below.step() instanceof Step.Denied) denied.add(below);
                denied.addAll(deniedBelow(below));
            }
        }
        return denied;
    }

    /** What a source has taken over feeds no batch any more, and is not visited before it is written. */
    private static void withdraw(Place place) {
        for (PlannedField field : place.fields()) {
            Batch fed = field.step().fedBatch();
            if (fed != null) fed.remove(field);
            field.children().forEach(Planner::withdraw);
        }
        place.takeOver();
    }

    private OutputField definition(Place place, String name) {
        if (name.equals("__typename")) return Introspection.TYPENAME;
        boolean isQuery = place.type() == schema.queryType();
        if (isQuery && name.equals("__schema")) return Introspection.SCHEMA;
        if (isQuery && name.equals("__type")) return Introspection.TYPE;
        OutputField field = place.type().field(name);
        if (field == null) throw new IllegalArgumentException("No field " + name + ": the document is not valid");
        return field;
    }

    private @Nullable Binding binding(ObjectType type, OutputField definition) {
        for (OperationType kind : OperationType.values()) {
            if (schema.rootType(kind) != type) continue;
            Binding root = wiring.root(kind, definition.name());
            if (root != null) return root;
        }
        return wiring.binding(type.name(), definition.name());
    }

    private Step step(PlannedField field, @Nullable Binding binding, Level level) {
        return switch (binding) {
            case null -> unbound(field);
            case Binding.Read read -> new Step.Read(read.getter());
            case Binding.Load load -> new Step.Load(batch(load.loader(), level), load.key());
            case Binding.LoadEach load -> new Step.LoadEach(batch(load.loader(), level), load.keys());
            case Binding.LoadFrom load -> new Step.LoadFrom(batch(load.source(), field, level));
            case Binding.Part part -> Parts.undecided(part.source());
            case Binding.Batch batch -> new Step.Batch(batch.batch(), batch.source());
            case Binding.Call call -> new Step.Call(call.call(), call.source());
            case Binding.AsyncCall call -> new Step.AsyncCall(call.call(), call.source());
            case Binding.Function function -> new Step.Function(function.function(), infoOf(field));
            case Binding.Stream stream -> new Step.Stream(stream.stream());
            case Binding.StreamFrom stream -> new Step.StreamFrom(stream.source());
        };
    }

    private Step unbound(PlannedField field) {
        OutputField definition = field.definition();
        if (definition == Introspection.TYPENAME) {
            String json = "\"" + field.parentType().name() + "\"";
            return new Step.TypeName(json.getBytes(StandardCharsets.US_ASCII));
        }
        if (field.isIntrospection()) {
            IntrospectionReader reader = Introspection.reader(sight.face(), definition);
            return new Step.Read((parent, arguments) -> reader.read(parent, arguments.asMap()));
        }
        properties.add(field);
        return new Step.Property(definition.name(), properties.size() - 1);
    }

    private static FieldInfo infoOf(PlannedField field) {
        return new FieldInfo(field.parentType().name(), field.definition().name(), field.responseName());
    }

    private LoadBatch batch(Class<?> loader, Level level) {
        BatchKey key = new BatchKey(loader, level.stage, level.rootField);
        return loads.computeIfAbsent(key, k -> add(new LoadBatch(batches.size(), loader, level.stage)));
    }

    private SourceBatch batch(LoadSource source, PlannedField field, Level level) {
        BatchKey key = new BatchKey(source.mergeKey(field), level.stage, level.rootField);
        return sourced.computeIfAbsent(key, k -> add(new SourceBatch(batches.size(), source, level.stage)));
    }

    private <B extends Batch> B add(B batch) {
        batches.add(batch);
        return batch;
    }

    private Shape shape(
            PlannedField field, Type type, List<Collector.Occurrence> selections, List<Place> children, Level below) {
        boolean nonNull = type.isNonNull();
        if (type.nullable() instanceof ListOf list) {
            return new Shape.Items(shape(field, list.type(), selections, children, below), nonNull);
        }
        DefinedType named = type.named();
        if (!(named instanceof CompositeType composite)) return new Shape.Leaf(sight.format(named), nonNull);
        List<Collector.Part> parts = parts(selections);
        Map<ObjectType, Place> byType = new LinkedHashMap<>();
        for (ObjectType possible : sight.possibleTypes(composite)) {
            Place place = new Place(places++, possible, field);
            fill(place, parts, below);
            children.add(place);
            byType.put(possible, place);
        }
        if (composite instanceof ObjectType object) return new Shape.One(place(byType, object), nonNull);
        int column = children.stream().anyMatch(Place::hasColumns) ? columns++ : -1;
        return new Shape.OneOf(
                composite, Map.copyOf(byType), new TypeFinder(composite, sight, wiring), column, nonNull);
    }

    private static Place place(Map<ObjectType, Place> places, ObjectType type) {
        Place place = places.get(type);
        if (place == null) throw new IllegalStateException(type.name() + " is not one of its own possible types");
        return place;
    }

    private static List<Collector.Part> parts(List<Collector.Occurrence> selections) {
        List<Collector.Part> parts = new ArrayList<>(selections.size());
        for (Collector.Occurrence occurrence : selections) {
            var below = occurrence.field().selectionSet();
            if (below != null) parts.add(new Collector.Part(below, occurrence.condition()));
        }
        return parts;
    }

    private int anyOf(List<Collector.Occurrence> selections) {
        int any = Conditions.NEVER;
        for (Collector.Occurrence occurrence : selections) any = conditions.or(any, occurrence.condition());
        return any;
    }

    private static List<Location> locations(List<Collector.Occurrence> selections) {
        List<Location> locations = new ArrayList<>(selections.size());
        for (Collector.Occurrence occurrence : selections) {
            locations.add(occurrence.field().location());
        }
        return Collections.unmodifiableList(locations);
    }
}
