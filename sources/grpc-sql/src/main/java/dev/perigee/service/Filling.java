package dev.perigee.service;

import com.google.protobuf.Message;
import dev.perigee.data.AccessRule;
import dev.perigee.data.Caller;
import dev.perigee.data.ClientException;
import dev.perigee.schema.Suggestions;
import dev.perigee.service.MessageField.OfCode;
import dev.perigee.service.MessageField.OfColumn;
import dev.perigee.service.MessageField.OfRelation;
import dev.perigee.sql.hydration.RecordSelection;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.model.TableRules;
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
    private final MessageShape shape;
    private final List<OfColumn> columns = new ArrayList<>();
    private final List<OfCode> computed = new ArrayList<>();
    private final Map<OfRelation, Filling> relations = new LinkedHashMap<>();
    private final Map<Object, Message> filled = new IdentityHashMap<>();

    private Filling(MessageShape shape) {
        this.shape = shape;
    }

    /**
     * @param caller for whom columns that nobody has named are left out, if they are not to be seen
     * @throws ClientException {@code BAD_USER_INPUT} if a field is selected that the message doesn't have
     */
    static Filling of(MessageShape shape, Selections selections, Caller caller) {
        Filling filling = new Filling(shape);
        if (selections.isWhole()) filling.addColumns(caller);
        selections.fields().forEach((name, below) -> filling.add(name, below, caller));
        return filling;
    }

    private void addColumns(Caller caller) {
        Table table = shape.table();
        for (MessageField field : shape.fields().values()) {
            if (!(field instanceof OfColumn column)) continue;
            List<AccessRule> rules = TableRules.of(table, column.column().fieldName());
            if (AccessRule.firstBroken(rules, caller) == null) columns.add(column);
        }
    }

    private void add(String name, Selections below, Caller caller) {
        MessageField field = shape.field(name);
        if (field == null) throw unknown(name);
        if (!(field instanceof OfRelation) && !below.fields().isEmpty()) {
            throw new ClientException("BAD_USER_INPUT", shape.name() + "." + name + " has no fields to select.");
        }
        switch (field) {
            case OfColumn column -> {
                if (!columns.contains(column)) columns.add(column);
            }
            case OfCode code -> computed.add(code);
            case OfRelation relation -> relations.put(relation, of(relation.target(), below, caller));
        }
    }

    private ClientException unknown(String name) {
        boolean isIgnored = shape.prototype().getDescriptorForType().findFieldByName(name) != null;
        String message = isIgnored
                ? shape.name() + "." + name + " can't be selected."
                : shape.name() + " has no field \"" + name + "\"."
                        + Suggestions.didYouMean(name, shape.fields().keySet());
        return new ClientException("BAD_USER_INPUT", message);
    }

    /** What is to be read. */
    RecordSelection selection() {
        BitSet read = new BitSet();
        for (OfColumn column : columns) read.set(column.column().ordinal());
        for (OfCode code : computed) read.or(code.needs());
        Map<Relation, RecordSelection> below = new LinkedHashMap<>();
        relations.forEach((field, filling) -> below.put(field.relation(), filling.selection()));
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
            if (value != null) field.setter().set(builder, relation.getValue().fillAll(value, readBelow));
        }
        Message message = builder.build();
        filled.put(from, message);
        return message;
    }

    private Object fillAll(Object value, RecordSelection read) {
        if (!(value instanceof List<?> list)) return fill(value, read);
        return list.stream().map(one -> fill(one, read)).toList();
    }

    private static @Nullable Object component(MethodHandle component, Object from) {
        try {
            return (Object) component.invokeExact(from);
        } catch (RuntimeException | Error e) {
            throw e; // the record's own, from its accessor
        } catch (Throwable e) {
            throw new IllegalStateException("An accessor of a record failed", e);
        }
    }
}
