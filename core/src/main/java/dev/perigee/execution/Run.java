package dev.perigee.execution;

import dev.perigee.data.Arguments;
import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.data.Otherwise;
import dev.perigee.data.SelectedField;
import dev.perigee.data.SourceRun;
import dev.perigee.language.OperationType;
import dev.perigee.plan.ArgumentPlan.ArgumentException;
import dev.perigee.plan.Batch;
import dev.perigee.plan.BoundPlan;
import dev.perigee.plan.LoadBatch;
import dev.perigee.plan.Place;
import dev.perigee.plan.Plan;
import dev.perigee.plan.PlannedField;
import dev.perigee.plan.SourceBatch;
import dev.perigee.plan.Step;
import dev.perigee.schema.ObjectType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan run for one request. Place by place, it obtains for all objects of the place at once what the writer can't read
 * from them, and keeps it in columns, an entry for each object in response order. Of the thread that runs the request.
 */
final class Run implements SourceRun {
    private static final @Nullable Object[] NOTHING = {};

    /** The object of the root place where a request has none; not to be changed. */
    private static final @Nullable Object[] NO_ROOT = {null};

    private static final BatchState[] NO_BATCHES = {};

    private final BoundPlan bound;
    private final Dispatcher dispatcher;
    private final @Nullable Object[][] columns;
    private @Nullable Loaders loaders;
    private List<EndAction> atEnd = List.of();
    private final BatchState[] batches;

    Run(BoundPlan bound, RequestContext context) {
        this.bound = bound;
        this.dispatcher = new Dispatcher(context);
        this.columns = new Object[bound.plan().columns()][];
        this.batches = batches(bound.plan());
    }

    private BatchState[] batches(Plan plan) {
        int count = plan.batches().size();
        if (count == 0) return NO_BATCHES;
        BatchState[] states = new BatchState[count];
        for (int i = 0; i < count; i++) {
            states[i] = switch (plan.batches().get(i)) {
                case LoadBatch load -> new LoadState(load, this);
                case SourceBatch sourced -> new SourceState(sourced, this);
            };
        }
        return states;
    }

    Plan plan() {
        return bound.plan();
    }

    @Override
    public RequestContext context() {
        return dispatcher.context();
    }

    int maxResponseBytes() {
        return context().setup().limits().maxResponseBytes();
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    Loaders loaders() {
        if (loaders == null) loaders = new Loaders(context().setup().wiring(), context());
        return loaders;
    }

    /** Whether a condition of the plan holds in this request. */
    boolean holds(int condition) {
        return bound.holds(condition);
    }

    /** What was obtained, an entry for each object of the field's place. */
    @Nullable Object[] column(int number) {
        return columns[number];
    }

    /** Obtains all that the writer needs, root fields of a query at the same time. */
    void obtainAll(@Nullable Object rootValue) {
        open(plan().root(), rootValue == null ? NO_ROOT : new Object[] {rootValue});
        dispatcher.runToEnd();
    }

    /** As {@link #obtainAll}, each root field with its whole subtree before the next; nothing loaded is kept between. */
    void obtainSerially(@Nullable Object rootValue) {
        for (PlannedField field : plan().root().columnFields()) {
            obtainOrSkip(field, new Object[] {rootValue});
            dispatcher.runToEnd();
            runAtEnd(field);
            loaders = null;
        }
    }

    /**
     * The actions that were registered below a root field of a mutation; one that fails, fails the field. None is run once
     * the request has ended: what they were to keep is not kept, so the field fails, whatever its value is.
     */
    private void runAtEnd(PlannedField field) {
        List<EndAction> actions;
        synchronized (this) {
            actions = atEnd;
            atEnd = List.of();
        }
        RuntimeException ended = dispatcher.ended();
        for (EndAction action : actions) {
            try {
                if (ended != null) throw ended;
                action.run();
            } catch (Exception e) {
                columns[field.column()] = new Object[] {new Failure(e)};
            }
        }
    }

    @Override
    public boolean isMutation() {
        return plan().operation().operation() == OperationType.MUTATION;
    }

    @Override
    public synchronized void atEndOfField(EndAction action) {
        if (!isMutation()) {
            throw new IllegalStateException("Only the root fields of a mutation end one after the other");
        }
        if (atEnd.isEmpty()) atEnd = new ArrayList<>();
        atEnd.add(action);
    }

    /** As {@link #obtainAll} for an event of a subscription, which is the value of its only field. */
    void obtainForEvent(@Nullable Object event) {
        for (PlannedField field : plan().root().columnFields()) {
            if (givesEvents(field.step()) && holds(field.condition())) {
                complete(field, new Object[] {event});
            } else {
                obtainOrSkip(field, new Object[] {null});
            }
        }
        dispatcher.runToEnd();
    }

    private static boolean givesEvents(Step step) {
        return step instanceof Step.Stream || step instanceof Step.StreamFrom || step instanceof Step.Function;
    }

    /** @throws DeadlineException if the time is up, or {@link CancelledException} if nobody waits any more */
    void failIfDue() {
        dispatcher.failIfDue();
    }

    /** The objects of a place are known, all that the response will have. */
    void open(Place place, @Nullable Object[] parents) {
        for (PlannedField field : place.columnFields()) obtainOrSkip(field, parents);
    }

    private void obtainOrSkip(PlannedField field, @Nullable Object[] parents) {
        if (!holds(field.condition())) {
            skip(field);
        } else if (parents.length == 0) {
            skipInBatch(field);
            complete(field, NOTHING);
        } else {
            obtain(field, parents);
        }
    }

    private void obtain(PlannedField field, @Nullable Object[] parents) {
        Arguments given;
        try {
            given = arguments(field);
        } catch (ArgumentException e) {
            skipInBatch(field);
            fail(field, parents.length, e);
            return;
        }
        switch (field.step()) {
            case Step.Read read ->
                complete(field, read(parents, parent -> read.getter().get(parent, given)));
            case Step.Property property ->
                complete(
                        field,
                        read(
                                parents,
                                parent -> field.place()
                                        .properties(parent)[property.index()]
                                        .read(parent)));
            case Step.TypeName typeName -> throw new IllegalStateException("A type name has no column");
            case Step.Part part -> throw new IllegalStateException("A part has no column");
            case Step.Load load -> feed(field, load.batch(), slots(load, parents, given));
            case Step.LoadEach load -> feed(field, load.batch(), slots(load, parents, given));
            case Step.LoadFrom load -> ((SourceState) batches[load.batch().id()]).feed(field, parents);
            case Step.Batch batch -> dispatcher.submit(new BatchWork(this, field, batch, parents, given));
            case Step.Fetch fetch -> fetch(field, fetch, parents);
            case Step.Call call -> dispatcher.submit(new CallWork(this, field, parents));
            case Step.AsyncCall call -> dispatcher.submit(new AsyncCallWork(this, field, call, parents, given));
            case Step.Function function -> dispatcher.submit(new FunctionWork(this, field, function, parents, given));
            case Step.Denied denied -> throw new IllegalStateException("A denied field has no column");
            case Step.Stream stream -> fail(field, parents.length, notOfQueries());
            case Step.StreamFrom stream -> fail(field, parents.length, notOfQueries());
        }
    }

    private static Exception notOfQueries() {
        return new IllegalStateException("A stream is not a field of a query");
    }

    /** A source that writes a whole subtree knows no field that is denied: with one below, it is not asked at all. */
    private void fetch(PlannedField field, Step.Fetch fetch, @Nullable Object[] parents) {
        for (PlannedField below : fetch.denied()) {
            if (holds(below.condition()) && below.step() instanceof Step.Denied denied) {
                fail(field, parents.length, refusal(denied));
                return;
            }
        }
        dispatcher.submit(new FetchWork(this, field, fetch, parents));
    }

    /** The value of a field that the caller may not see. */
    @Nullable Object deny(Step.Denied denied) {
        return denied.by(bound.conditions()).rule().otherwise() == Otherwise.NULL ? null : new Failure(refusal(denied));
    }

    private ClientException refusal(Step.Denied denied) {
        return denied.by(bound.conditions()).refusal(context().value(Caller.class));
    }

    /** The batch of the field, if it has one, is not to wait for it. */
    private void skipInBatch(PlannedField field) {
        Batch fed = field.step().fedBatch();
        if (fed != null) batches[fed.id()].skip();
    }

    /** The field and all below it is not part of the response: what waits for them must not wait any more. */
    private void skip(PlannedField field) {
        skipInBatch(field);
        for (Place child : field.children()) {
            if (child.hasColumns()) open(child, NOTHING);
        }
    }

    /** The values of a field are there, one for each object of its place. */
    void complete(PlannedField field, @Nullable Object[] values) {
        columns[field.column()] = values;
        for (Place child : field.children()) {
            if (child.hasColumns()) {
                new Descent(this, field).into(values);
                return;
            }
        }
    }

    void fail(PlannedField field, int count, Throwable cause) {
        @Nullable Object[] failures = new Object[count];
        Arrays.fill(failures, new Failure(cause));
        complete(field, failures);
    }

    /** Keeps a column that is not of a field: the types of the objects behind an interface or union. */
    void keep(int column, @Nullable Object[] values) {
        columns[column] = values;
    }

    /** Reads a value from a parent. */
    @FunctionalInterface
    private interface Reader {
        @Nullable Object read(Object parent) throws Exception;
    }

    private @Nullable Object[] read(@Nullable Object[] parents, Reader reader) {
        @Nullable Object[] values = new Object[parents.length];
        for (int i = 0; i < values.length; i++) {
            Object parent = parents[i];
            if (parent == null) continue; // only the root value can be null
            try {
                values[i] = reader.read(parent);
            } catch (Throwable e) {
                values[i] = new Failure(e);
            }
        }
        return values;
    }

    private void feed(PlannedField field, LoadBatch batch, @Nullable Object[] slots) {
        ((LoadState) batches[batch.id()]).feed(field, slots);
    }

    private @Nullable Object[] slots(Step.Load load, @Nullable Object[] parents, Arguments given) {
        Map<Object, Slot> known = loaders().slots(load.batch().loader());
        @Nullable Object[] slots = new Object[parents.length];
        for (int i = 0; i < slots.length; i++) {
            try {
                Object key = load.key().apply(parents[i], given);
                if (key != null) slots[i] = known.computeIfAbsent(key, Slot::new);
            } catch (Throwable e) {
                slots[i] = new Failure(e);
            }
        }
        return slots;
    }

    private @Nullable Object[] slots(Step.LoadEach load, @Nullable Object[] parents, Arguments given) {
        Map<Object, Slot> known = loaders().slots(load.batch().loader());
        @Nullable Object[] slots = new Object[parents.length];
        for (int i = 0; i < slots.length; i++) {
            try {
                Collection<?> keys = load.keys().apply(parents[i], given);
                if (keys != null) slots[i] = slotsOf(keys, known);
            } catch (Throwable e) {
                slots[i] = new Failure(e);
            }
        }
        return slots;
    }

    private static SlotList slotsOf(Collection<?> keys, Map<Object, Slot> known) {
        List<@Nullable Slot> slots = new ArrayList<>(keys.size());
        for (Object key : keys) slots.add(key == null ? null : known.computeIfAbsent(key, Slot::new));
        return new SlotList(slots);
    }

    @Override
    public Arguments arguments(SelectedField field) {
        return arguments((PlannedField) field);
    }

    /** The arguments of a field, the same for all its objects. */
    Arguments arguments(PlannedField field) {
        return bound.arguments(field);
    }

    @Override
    public List<? extends SelectedField> included(SelectedField field, ObjectType type) {
        for (Place place : ((PlannedField) field).children()) {
            if (place.type() == type) return included(place);
        }
        return List.of();
    }

    private List<PlannedField> included(Place place) {
        List<PlannedField> included = new ArrayList<>(place.slots().length);
        for (Place.Slot slot : place.slots()) {
            boolean isDenied = slot.field().step() instanceof Step.Denied;
            if (holds(slot.condition()) && !isDenied) included.add(slot.field());
        }
        return included;
    }

    @Override
    public Object conditions() {
        return bound.conditions();
    }

    @Override
    public boolean isIncluded(SelectedField field) {
        return holds(((PlannedField) field).condition());
    }
}
