package dev.perigee.service;

import com.google.protobuf.Message;
import dev.perigee.data.AccessRule;
import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.grpc.pushdown.FieldTree;
import dev.perigee.schema.Suggestions;
import dev.perigee.service.MessageField.OfCode;
import dev.perigee.service.MessageField.OfColumn;
import dev.perigee.service.MessageField.OfRelation;
import dev.perigee.sql.hydration.RecordSelection;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.model.TableRules;
import dev.perigee.sql.statement.Page;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one request asks for of a message: which columns are read for it, and how it is filled. For one thread. */
final class Filling {
    /** Each level of relations is a statement, one after the other. */
    static final int MOST_LEVELS = 32;

    private final MessageShape shape;
    private final List<OfColumn> columns = new ArrayList<>();
    private final List<OfCode> computed = new ArrayList<>();
    private final Map<OfRelation, Below> relations = new LinkedHashMap<>();
    private final Map<Object, Message> filled = new IdentityHashMap<>();

    /** @param most how many messages of a list */
    private record Below(Filling filling, int most) {}

    private Filling(MessageShape shape) {
        this.shape = shape;
    }

    /**
     * @param caller for whom columns that nobody has named are left out, if they are not to be seen
     * @throws ClientException {@code INVALID_ARGUMENT} if something is selected that the message doesn't have, or deeper
     *     than {@link #MOST_LEVELS}
     */
    static Filling of(MessageShape shape, FieldTree selected, Caller caller) {
        return of(shape, selected, caller, 1);
    }

    private static Filling of(MessageShape shape, FieldTree tree, Caller caller, int level) {
        if (level > MOST_LEVELS) throw invalid("The selection has more than " + MOST_LEVELS + " levels.");
        Filling filling = new Filling(shape);
        if (tree.isEverything()) filling.addColumns(caller);
        for (FieldTree.Selected selected : tree.selected()) filling.add(selected, caller, level);
        return filling;
    }

    private static ClientException invalid(String message) {
        return new ClientException("INVALID_ARGUMENT", message);
    }

    private void addColumns(Caller caller) {
        Table table = shape.table();
        for (MessageField field : shape.fields().values()) {
            if (!(field instanceof OfColumn column)) continue;
            List<AccessRule> rules = TableRules.of(table, column.column().fieldName());
            if (AccessRule.firstBroken(rules, caller) == null) columns.add(column);
        }
    }

    private void add(FieldTree.Selected selected, Caller caller, int level) {
        String name = selected.name();
        MessageField field = shape.field(name);
        if (field == null) throw unknown(name);
        checkArguments(field, selected);
        if (!(field instanceof OfRelation) && !selected.below().isEverything()) {
            throw invalid(shape.name() + "." + name + " has no fields to select.");
        }
        switch (field) {
            case OfColumn column -> columns.add(column);
            case OfCode code -> computed.add(code);
            case OfRelation relation -> {
                Below below =
                        new Below(of(relation.target(), selected.below(), caller, level + 1), most(relation, selected));
                if (relations.putIfAbsent(relation, below) != null) {
                    throw invalid(shape.name() + "." + name + " is asked for twice, with different arguments.");
                }
            }
        }
    }

    /** How many messages of a list: as many as are asked for with {@code first}, and no more than there may be. */
    private int most(OfRelation field, FieldTree.Selected selected) {
        if (!field.relation().isMany()) return Page.NO_LIMIT;
        Object first = selected.arguments().get("first");
        if (first == null) return field.most();
        if (first instanceof Number number && number.longValue() == number.doubleValue() && number.longValue() > 0) {
            return (int) Math.min(number.longValue(), field.most());
        }
        throw invalid(shape.name() + "." + selected.name() + "(first:) is a whole number from 1.");
    }

    private void checkArguments(MessageField field, FieldTree.Selected selected) {
        boolean isList =
                field instanceof OfRelation relation && relation.relation().isMany();
        for (String argument : selected.arguments().keySet()) {
            if (isList && argument.equals("first")) continue;
            throw invalid(shape.name() + "." + selected.name() + " has no argument \"" + argument + "\"."
                    + (isList ? " Did you mean \"first\"?" : ""));
        }
    }

    private ClientException unknown(String name) {
        boolean isIgnored = shape.prototype().getDescriptorForType().findFieldByName(name) != null;
        String message = isIgnored
                ? shape.name() + "." + name + " can't be selected."
                : shape.name() + " has no field \"" + name + "\"."
                        + Suggestions.didYouMean(name, shape.fields().keySet());
        return invalid(message);
    }

    /** What is to be read. */
    RecordSelection selection() {
        BitSet read = new BitSet();
        for (OfColumn column : columns) read.set(column.column().ordinal());
        for (OfCode code : computed) read.or(code.needs());
        Map<Relation, RecordSelection> below = new LinkedHashMap<>();
        relations.forEach((field, wanted) ->
                below.put(field.relation(), wanted.filling.selection().first(wanted.most)));
        return RecordSelection.of(shape.table(), read, below);
    }

    /** A message of a record. @param read what was read of it: of what is selected, what the caller may see */
    Message fill(Object from, RecordSelection read) {
        Message known = filled.get(from);
        if (known != null) return known;
        Message.Builder builder = shape.prototype().newBuilderForType();
        BitSet readColumns = read.columns();
        for (OfColumn field : columns) {
            if (!readColumns.get(field.column().ordinal())) continue;
            Object value = component(field.component(), from);
            if (value != null) field.setter().set(builder, field.conversion().convert(value));
        }
        for (OfCode field : computed) {
            Object value = field.function().apply(from);
            if (value != null) field.setter().set(builder, value);
        }
        for (var relation : relations.entrySet()) {
            OfRelation field = relation.getKey();
            RecordSelection readBelow = read.relations().get(field.relation());
            if (readBelow == null) continue;
            Object value = component(field.component(), from);
            if (value != null)
                field.setter().set(builder, relation.getValue().filling.fillAll(value, readBelow));
        }
        Message message = builder.build();
        filled.put(from, message);
        return message;
    }

    private Object fillAll(Object value, RecordSelection read) {
        if (!(value instanceof List<?> list)) return fill(value, read);
        return list.stream().map(one -> fill(one, read)).toList();
    }

    static @Nullable Object component(MethodHandle component, Object from) {
        try {
            return (Object) component.invokeExact(from);
        } catch (RuntimeException | Error e) {
            throw e; // the record's own, from its accessor
        } catch (Throwable e) {
            throw new IllegalStateException("An accessor of a record failed", e);
        }
    }
}
