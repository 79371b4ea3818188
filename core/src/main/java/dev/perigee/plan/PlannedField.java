package dev.perigee.plan;

import dev.perigee.data.Arguments;
import dev.perigee.data.PartWriter;
import dev.perigee.data.SelectedField;
import dev.perigee.json.JsonName;
import dev.perigee.language.Argument;
import dev.perigee.language.Location;
import dev.perigee.language.Printer;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.OutputField;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A field of an operation, merged from all its selections under one response name in one place. Immutable once planned. */
public final class PlannedField implements SelectedField {
    private final int id;
    private final String responseName;
    private final JsonName jsonName;
    private final Place place;
    private final OutputField definition;
    private final ArgumentPlan arguments;
    private final int condition;
    private final List<Location> locations;
    private final boolean isNarrowed;
    private Step step = new Step.TypeName(new byte[0]);
    private Shape shape = new Shape.Fetched(false);
    private List<Place> children = List.of();
    private int column = -1;

    PlannedField(
            int id,
            String responseName,
            Place place,
            OutputField definition,
            ArgumentPlan arguments,
            int condition,
            List<Location> locations,
            boolean isNarrowed) {
        this.id = id;
        this.responseName = responseName;
        this.jsonName = new JsonName(responseName);
        this.place = place;
        this.definition = definition;
        this.arguments = arguments;
        this.condition = condition;
        this.locations = locations;
        this.isNarrowed = isNarrowed;
    }

    /** Its number in the plan, from 0. */
    public int id() {
        return id;
    }

    @Override
    public String responseName() {
        return responseName;
    }

    /** The {@link #responseName} as the response has it. */
    public JsonName jsonName() {
        return jsonName;
    }

    /** The place whose objects have the field. */
    public Place place() {
        return place;
    }

    @Override
    public @Nullable PlannedField parent() {
        return place.parent();
    }

    @Override
    public ObjectType parentType() {
        return place.type();
    }

    @Override
    public OutputField definition() {
        return definition;
    }

    /** The object type and the field's name in the schema, such as {@code User.name}. */
    public String coordinate() {
        return parentType().name() + "." + definition.name();
    }

    public ArgumentPlan arguments() {
        return arguments;
    }

    @Override
    public String argumentText() {
        return arguments.nodes().stream()
                .sorted(Comparator.comparing(Argument::name))
                .map(node -> node.name() + ": " + Printer.printCompact(node.value()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public @Nullable Arguments constantArguments() {
        return arguments.constant();
    }

    /** Number of the condition of the plan under which the field is selected at all. */
    public int condition() {
        return condition;
    }

    /** Where it is selected, all places of the document. */
    public List<Location> locations() {
        return locations;
    }

    /** Whether its value can be what callers do not see: then no source may write it by itself. */
    boolean isNarrowed() {
        return isNarrowed;
    }

    public Step step() {
        return step;
    }

    public Shape shape() {
        return shape;
    }

    /** The places of its objects, one for each type that they may have; none for a leaf. */
    public List<Place> children() {
        return children;
    }

    /** Where a run keeps its values, -1 if the writer reads them from their parents. */
    public int column() {
        return column;
    }

    @Override
    public List<ObjectType> possibleTypes() {
        return children.stream().map(Place::type).toList();
    }

    @Override
    public List<? extends SelectedField> selected(ObjectType type) {
        for (Place child : children) {
            if (child.type() == type) return child.visibleFields();
        }
        return List.of();
    }

    @Override
    public @Nullable Set<String> parentNeeds() {
        return step instanceof Step.LoadFrom load ? load.batch().by().parentNeeds(this) : null;
    }

    /** Whether the schema is asked, not the data. */
    public boolean isMeta() {
        return definition.name().startsWith("__");
    }

    /** Whether it is read from the schema: a meta field, or a field of an introspection type. */
    boolean isIntrospection() {
        return isMeta() || parentType().name().startsWith("__");
    }

    /** The response names from the root to this field, such as {@code posts.author.name}. */
    public String path() {
        PlannedField parent = place.parent();
        return parent == null ? responseName : parent.path() + "." + responseName;
    }

    /** The nearest field above that has to be waited for, null if there is none. */
    @Nullable PlannedField waitsFor() {
        PlannedField above = place.parent();
        while (above != null && !above.step.waits()) above = above.place.parent();
        return above;
    }

    /** Only while the plan is made. */
    void complete(Step step, Shape shape, List<Place> children, int column) {
        this.step = step;
        this.shape = shape;
        this.children = List.copyOf(children);
        this.column = column;
    }

    /** Only while the plan is made: it is known what is selected below. */
    void writeBy(Step step) {
        this.step = step;
    }

    /** Only while the plan is made: the objects of the field are written by their source. */
    void writeObjectsBy(PartWriter writer) {
        this.shape = withWriter(shape, writer);
    }

    private static Shape withWriter(Shape shape, PartWriter writer) {
        return shape instanceof Shape.Items items
                ? new Shape.Items(withWriter(items.item(), writer), items.nonNull())
                : new Shape.Part(writer, shape.nonNull());
    }

    /** Only while the plan is made: a source has taken over all that is selected below. */
    void takeOver(Step.Fetch fetch, int column) {
        this.step = fetch;
        this.shape = new Shape.Fetched(shape.nonNull());
        this.column = column;
    }

    @Override
    public String toString() {
        return path();
    }
}
