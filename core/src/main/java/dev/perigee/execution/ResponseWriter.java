package dev.perigee.execution;

import dev.perigee.data.PartWriter;
import dev.perigee.data.SelectedField;
import dev.perigee.json.JsonWriter;
import dev.perigee.json.TooLargeException;
import dev.perigee.plan.Place;
import dev.perigee.plan.PlannedField;
import dev.perigee.plan.PropertyWriter;
import dev.perigee.plan.Shape;
import dev.perigee.plan.Step;
import dev.perigee.schema.CoercionException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the data of a response in one walk, from the columns of a run and straight from the objects in them. It comes to
 * the objects of a place in the order in which the run met them, so a counter for each place is all it needs to find an
 * object's entries. Where null is not allowed, it takes back what it wrote since the nearest place where it is.
 */
final class ResponseWriter implements PartWriter.Errors {
    private static final int OBJECTS_BETWEEN_CHECKS = 1024;

    /** The parent of {@code __schema} and {@code __type}, which ignore it, where a request has no root value. */
    private static final Object NO_ROOT_VALUE = new Object();

    /** Of a root value that is null. */
    private static final PropertyWriter[] NO_PROPERTIES = {};

    private final Run run;
    private final JsonWriter out;
    private int @Nullable [] counters;
    private PlannedField @Nullable [] @Nullable [] included;
    private int objects;
    private @Nullable Errors errors;
    private @Nullable Path path;

    ResponseWriter(Run run, JsonWriter out) {
        this.run = run;
        this.out = out;
    }

    /** Writes the value of {@code data}, an object, or null if an error has come up to the root; gives the errors. */
    List<ResponseError> writeData(@Nullable Object rootValue) {
        int start = out.position();
        if (!writeFields(run.plan().root(), rootValue)) {
            out.rewind(start);
            out.writeNull();
        }
        return errors == null ? List.of() : errors.list();
    }

    /** Most responses have none. */
    private Errors errors() {
        if (errors == null) errors = new Errors(run.context().setup().formatter(), run.maxResponseBytes());
        return errors;
    }

    /** False if null has come up where it is not allowed; what was written of the object then does not count. */
    private boolean writeFields(Place place, @Nullable Object parent) {
        if (++objects % OBJECTS_BETWEEN_CHECKS == 0) run.failIfDue();
        int index = place.hasColumns() ? indexIn(place) : -1;
        var properties = parent == null ? NO_PROPERTIES : place.properties(parent);
        PlannedField[] fields = place.always();
        if (fields == null) fields = included(place);
        char before = '{';
        boolean isGood = true;
        for (PlannedField field : fields) {
            out.writeName(before, field.jsonName());
            before = ',';
            // A bad field does not end the object: the counters must pass what is below the others.
            isGood &= writeField(field, parent, properties, index);
        }
        if (before == '{') out.raw('{');
        out.raw('}');
        return isGood;
    }

    /** Where the writer is; scalars of the root need none. */
    private Path path() {
        if (path == null) path = new Path();
        return path;
    }

    /** Where the object that is written stands among all of its place. There is only one root. */
    private int indexIn(Place place) {
        if (place.id() == 0) return 0;
        if (counters == null)
            counters = new int[run.plan().places() + run.plan().columns()];
        return counters[place.id()]++;
    }

    /** What this request's conditions leave of the fields of a place. */
    private PlannedField[] included(Place place) {
        if (included == null) included = new PlannedField[run.plan().places()][];
        PlannedField[] known = included[place.id()];
        if (known != null) return known;
        PlannedField[] found = Arrays.stream(place.slots())
                .filter(slot -> run.holds(slot.condition()))
                .map(Place.Slot::field)
                .toArray(PlannedField[]::new);
        included[place.id()] = found;
        return found;
    }

    private boolean writeField(PlannedField field, @Nullable Object parent, PropertyWriter[] properties, int index) {
        Object value;
        if (field.column() >= 0) {
            value = run.column(field.column())[index];
        } else if (field.step() instanceof Step.Property property && parent != null) {
            value = write(properties[property.index()], parent);
            if (value == PropertyWriter.WRITTEN) return true;
        } else if (field.step() instanceof Step.TypeName typeName) {
            out.raw(typeName.json());
            return true;
        } else if (field.step() instanceof Step.Part part) {
            return writePart(field, part, parent);
        } else {
            value = read(field, parent);
        }
        if (value != null && field.shape() instanceof Shape.Leaf leaf && isWritten(leaf, value)) return true;
        path().enter(field);
        boolean isGood = writeValue(field, field.shape(), value);
        path().leave();
        return isGood;
    }

    /** What {@link PropertyWriter#write} gives, a {@link Failure} if the property can't be read. */
    private @Nullable Object write(PropertyWriter property, Object parent) {
        try {
            return property.write(parent, out);
        } catch (TooLargeException e) {
            throw e;
        } catch (Throwable e) {
            return new Failure(e);
        }
    }

    private @Nullable Object read(PlannedField field, @Nullable Object parent) {
        if (field.step() instanceof Step.Denied denied) return run.deny(denied);
        if (!(field.step() instanceof Step.Read read)) {
            if (field.step() instanceof Step.Property) return null; // of a root value that is null
            throw new IllegalStateException(field + " has no column");
        }
        if (parent == null && !field.isMeta()) return null; // only the root value can be null
        try {
            return read.getter().get(parent == null ? NO_ROOT_VALUE : parent, run.arguments(field));
        } catch (Throwable e) {
            return new Failure(e);
        }
    }

    /** False if the value is none of the leaf's type: a failure, lazy, or wrong. */
    private boolean isWritten(Shape.Leaf leaf, Object value) {
        if (value instanceof Failure) return false;
        try {
            LeafWriter.write(leaf.format(), value, out);
            return true;
        } catch (CoercionException | LeafWriter.RefusedException e) {
            return false;
        }
    }

    private boolean writeValue(PlannedField field, Shape shape, @Nullable Object value) {
        if (value == null) return writeNull(field, shape);
        if (shape instanceof Shape.Leaf leaf) return writeLeaf(field, leaf, value);
        if (value instanceof Failure failure) return writeError(field, shape, failure.cause());
        if (Values.isLazy(value)) return writeValue(field, shape, Values.force(value, run.context()));
        return switch (shape) {
            case Shape.Leaf leaf -> writeLeaf(field, leaf, value);
            case Shape.One one -> writeObject(one.place(), shape, value);
            case Shape.Items items -> writeItems(field, items, value);
            case Shape.OneOf oneOf -> writeTyped(field, oneOf, value);
            case Shape.Part part -> writeBySource(field, part, part.writer(), value);
            case Shape.Fetched fetched -> writeFetched(field, value);
        };
    }

    private boolean writeNull(PlannedField field, Shape shape) {
        if (!shape.nonNull()) {
            out.writeNull();
            return true;
        }
        errors().nullNotAllowed(field, path());
        return false;
    }

    /** An error stands where the value would: null takes its place, or that of the nearest place where null is allowed. */
    private boolean writeError(PlannedField field, Shape shape, Throwable cause) {
        errors().add(field, path(), cause);
        if (shape.nonNull()) return false;
        out.writeNull();
        return true;
    }

    private boolean writeLeaf(PlannedField field, Shape.Leaf leaf, Object value) {
        try {
            LeafWriter.write(leaf.format(), value, out);
            return true;
        } catch (CoercionException e) {
            if (value instanceof Failure failure) return writeError(field, leaf, failure.cause());
            if (Values.isLazy(value)) return writeValue(field, leaf, Values.force(value, run.context()));
            return writeError(field, leaf, e);
        } catch (LeafWriter.RefusedException e) {
            return writeError(field, leaf, e.getCause());
        }
    }

    private boolean writeObject(Place place, Shape shape, Object value) {
        int start = out.position();
        return writeFields(place, value) || takeBack(shape, start);
    }

    private boolean takeBack(Shape shape, int start) {
        out.rewind(start);
        if (shape.nonNull()) return false;
        out.writeNull();
        return true;
    }

    private boolean writeTyped(PlannedField field, Shape.OneOf shape, Object value) {
        Object place = shape.column() >= 0 ? nextType(shape.column()) : find(shape, value);
        return switch (place) {
            case Place found -> writeObject(found, shape, value);
            case Failure failure -> writeError(field, shape, failure.cause());
            case null, default ->
                throw new IllegalStateException(
                        "No place for a value of " + shape.type().name());
        };
    }

    private @Nullable Object nextType(int column) {
        if (counters == null)
            counters = new int[run.plan().places() + run.plan().columns()];
        return run.column(column)[counters[run.plan().places() + column]++];
    }

    private static @Nullable Object find(Shape.OneOf shape, Object value) {
        try {
            return shape.places().get(shape.finder().find(value));
        } catch (RuntimeException | Error e) {
            return new Failure(e);
        }
    }

    private boolean writeItems(PlannedField field, Shape.Items items, Object value) {
        List<?> list = Values.asList(value);
        if (list == null) return writeOneByOne(field, items, value);
        int start = out.position();
        out.raw('[');
        path().enterList();
        boolean isGood = true;
        for (int i = 0, size = list.size(); i < size; i++) {
            isGood &= writeItem(field, items.item(), i, Values.item(list, i));
        }
        path().leave();
        out.raw(']');
        return isGood || takeBack(items, start);
    }

    /** A list that gives its items only in their order is not copied: it may be long, or endless. */
    private boolean writeOneByOne(PlannedField field, Shape.Items items, Object value) {
        if (!Cursor.canRead(value)) return writeError(field, items, notAList(field, value));
        int start = out.position();
        boolean isGood = true;
        Cursor list = Cursor.of(value);
        try (list) {
            out.raw('[');
            path().enterList();
            for (int i = 0; list.advance(); i++) {
                if (i % OBJECTS_BETWEEN_CHECKS == 0) run.failIfDue();
                isGood &= writeItem(field, items.item(), i, list.item());
            }
            path().leave();
            out.raw(']');
        }
        Throwable failure = list.failure();
        if (failure == null) return isGood || takeBack(items, start);
        out.rewind(start);
        return writeError(field, items, failure);
    }

    private boolean writeItem(PlannedField field, Shape shape, int index, @Nullable Object item) {
        if (index > 0) out.raw(',');
        path().item(index);
        return writeValue(field, shape, item);
    }

    private static Exception notAList(PlannedField field, Object value) {
        return new IllegalStateException(field.coordinate() + " is a list, but its value is a "
                + value.getClass().getName());
    }

    private boolean writePart(PlannedField field, Step.Part part, @Nullable Object parent) {
        if (parent == null) throw new IllegalStateException(field + " is a part of nothing");
        path().enter(field);
        boolean isGood = writeBySource(field, field.shape(), part.writer(), parent);
        path().leave();
        return isGood;
    }

    private boolean writeBySource(PlannedField field, Shape shape, PartWriter writer, Object value) {
        int start = out.position();
        try {
            return writer.write(value, run, out, this) || takeBack(shape, start);
        } catch (TooLargeException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            out.rewind(start);
            return writeError(field, shape, e);
        }
    }

    /** Takes an error of a part that its source writes. */
    @Override
    public void add(SelectedField field, List<Object> path, Throwable cause) {
        errors().add((PlannedField) field, path(), path, cause);
    }

    private boolean writeFetched(PlannedField field, Object value) {
        if (!(field.step() instanceof Step.Fetch fetch)) throw new IllegalStateException(field + " was not fetched");
        int start = out.position();
        try {
            fetch.fetch().write(value, run, out);
            if (out.position() > start) return true;
            return writeError(
                    field,
                    field.shape(),
                    new IllegalStateException(fetch.fetch().describe() + " wrote nothing"));
        } catch (TooLargeException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            out.rewind(start);
            return writeError(field, field.shape(), e);
        }
    }
}
