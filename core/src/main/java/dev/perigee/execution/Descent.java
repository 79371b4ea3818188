package dev.perigee.execution;

import dev.perigee.plan.Place;
import dev.perigee.plan.PlannedField;
import dev.perigee.plan.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From the values of a field to the objects of the places below it, in the order in which the writer will come to them:
 * lists are flattened, objects behind an interface or union are told apart by their type.
 */
final class Descent {
    private final Run run;
    private final PlannedField field;
    private final Map<Place, List<@Nullable Object>> objects = new LinkedHashMap<>();
    private final List<@Nullable Object> types = new ArrayList<>();

    Descent(Run run, PlannedField field) {
        this.run = run;
        this.field = field;
        for (Place child : field.children()) {
            if (child.hasColumns()) objects.put(child, new ArrayList<>());
        }
    }

    /** Visits all values, then opens the places. Lists are replaced by copies: the writer must find the same objects. */
    void into(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) values[i] = visit(field.shape(), values[i]);
        keepTypes(field.shape());
        objects.forEach((place, parents) -> run.open(place, parents.toArray()));
    }

    private @Nullable Object visit(Shape shape, @Nullable Object given) {
        Object value = Values.isLazy(given) ? Values.force(given, run.context()) : given;
        if (value == null || value instanceof Failure) return value;
        switch (shape) {
            case Shape.Items items -> {
                return visitItems(items.item(), value);
            }
            case Shape.One one -> add(one.place(), value);
            case Shape.OneOf oneOf -> visitTyped(oneOf, value);
            case Shape.Leaf leaf -> {} // nothing is below it
            case Shape.Part part -> {} // nor below what its source writes
            case Shape.Fetched fetched -> {} // nor below what a source has taken over
        }
        return value;
    }

    private Object visitItems(Shape shape, Object value) {
        @Nullable Object[] items;
        try {
            items = Values.items(value, run.maxResponseBytes());
        } catch (RuntimeException | Error e) {
            return new Failure(e);
        }
        if (items == null) return value; // the writer says what is wrong with it
        for (int i = 0; i < items.length; i++) items[i] = visit(shape, items[i]);
        return Arrays.asList(items);
    }

    private void visitTyped(Shape.OneOf shape, Object value) {
        try {
            Place place = shape.places().get(shape.finder().find(value));
            types.add(place);
            if (place != null) add(place, value);
        } catch (RuntimeException | Error e) {
            types.add(new Failure(e));
        }
    }

    private void add(Place place, Object value) {
        List<@Nullable Object> parents = objects.get(place);
        if (parents != null) parents.add(value);
    }

    private void keepTypes(Shape shape) {
        switch (shape) {
            case Shape.Items items -> keepTypes(items.item());
            case Shape.OneOf oneOf -> run.keep(oneOf.column(), types.toArray());
            default -> {} // the type is known, or there is none
        }
    }
}
