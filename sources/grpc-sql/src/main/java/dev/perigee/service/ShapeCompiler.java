package dev.perigee.service;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.perigee.schema.Suggestions;
import dev.perigee.service.MessageMapping.Computed;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Relation;
import dev.perigee.sql.model.Table;
import dev.perigee.sql.statement.Page;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds messages to tables, with all that they lead to, and tells everything that doesn't fit. For one thread. */
final class ShapeCompiler {
    private final MessageMapping mapping;
    private final Map<Pair, MessageShape> shapes = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    private record Pair(Table table, Descriptor message) {}

    private ShapeCompiler(MessageMapping mapping) {
        this.mapping = mapping;
    }

    /** @throws IllegalArgumentException with a sentence for each field that can't be filled */
    static MessageShape compile(Table table, Message prototype, MessageMapping mapping) {
        ShapeCompiler compiler = new ShapeCompiler(mapping);
        MessageShape shape = compiler.shape(table, prototype);
        for (String coordinate : mapping.coordinates()) {
            if (compiler.seen.contains(coordinate)) continue;
            compiler.problems.add("The mapping names " + coordinate + ", which no message has."
                    + Suggestions.didYouMean(coordinate, compiler.seen));
        }
        if (compiler.problems.isEmpty()) return shape;
        compiler.problems.sort(null);
        throw new IllegalArgumentException(String.join(System.lineSeparator(), compiler.problems));
    }

    private MessageShape shape(Table table, Message prototype) {
        Pair pair = new Pair(table, prototype.getDescriptorForType());
        MessageShape known = shapes.get(pair);
        if (known != null) return known;
        MessageShape shape = new MessageShape(table, prototype);
        shapes.put(pair, shape);
        Map<String, MessageField> fields = new LinkedHashMap<>();
        for (FieldDescriptor field : prototype.getDescriptorForType().getFields()) {
            String coordinate = shape.name() + "." + field.getName();
            seen.add(coordinate);
            if (mapping.isIgnored(coordinate)) continue;
            MessageField bound = field(table, prototype.newBuilderForType(), field, coordinate);
            if (bound != null) fields.put(field.getName(), bound);
        }
        shape.complete(fields);
        return shape;
    }

    private @Nullable MessageField field(
            Table table, Message.Builder builder, FieldDescriptor field, String coordinate) {
        FieldSetter setter = FieldSetter.of(builder, field);
        Computed computed = mapping.computed(coordinate);
        if (computed != null) return computed(table, computed, coordinate, setter);
        RecordComponent component = component(table, field, coordinate);
        if (component == null) return null;
        Column column = table.columnOfField(component.getName());
        if (column != null) return column(component, column, builder, field, coordinate, setter);
        Relation relation = table.relation(component.getName());
        if (relation == null) throw new IllegalStateException(component + " is neither a column nor a relation");
        return relation(component, relation, builder, field, coordinate, setter);
    }

    private @Nullable RecordComponent component(Table table, FieldDescriptor field, String coordinate) {
        String renamed = mapping.component(coordinate);
        String name = renamed == null ? field.getName() : renamed;
        List<String> names = new ArrayList<>();
        for (RecordComponent component : recordClass(table).getRecordComponents()) {
            boolean isIt = renamed == null
                    ? plain(component.getName()).equals(plain(name))
                    : component.getName().equals(name);
            if (isIt) return component;
            names.add(component.getName());
        }
        problems.add(coordinate + " has no component \"" + name + "\" in "
                + recordClass(table).getSimpleName() + " to be filled from: rename it, compute it, or ignore it."
                + Suggestions.didYouMean(name, names));
        return null;
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private @Nullable MessageField column(
            RecordComponent component,
            Column column,
            Message.Builder builder,
            FieldDescriptor field,
            String coordinate,
            FieldSetter setter) {
        if (column.isHidden()) {
            problems.add(coordinate + " would show " + place(component) + ", which is @Hidden: ignore it.");
            return null;
        }
        FieldConversion conversion =
                field.isRepeated() ? null : FieldConversion.of(component.getType(), field, builder);
        if (conversion != null) return new MessageField.OfColumn(column, accessor(component), conversion, setter);
        problems.add(misfit(component, field, coordinate));
        return null;
    }

    private @Nullable MessageField relation(
            RecordComponent component,
            Relation relation,
            Message.Builder builder,
            FieldDescriptor field,
            String coordinate,
            FieldSetter setter) {
        boolean isMessage = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isMapField();
        if (!isMessage || field.isRepeated() != relation.isMany()) {
            problems.add(misfit(component, field, coordinate));
            return null;
        }
        Message target = builder.newBuilderForField(field).getDefaultInstanceForType();
        int most = mapping.limit(coordinate);
        if (most != Page.NO_LIMIT && !relation.isMany()) {
            problems.add(coordinate + " has a limit, and is no list: remove the limit.");
        }
        return new MessageField.OfRelation(
                relation, accessor(component), shape(relation.target(), target), setter, most);
    }

    private static String misfit(RecordComponent component, FieldDescriptor field, String coordinate) {
        String type = (field.isRepeated() ? "repeated " : "")
                + switch (field.getJavaType()) {
                    case MESSAGE -> field.getMessageType().getName();
                    case ENUM -> field.getEnumType().getName();
                    default -> field.getType().name().toLowerCase(Locale.ROOT);
                };
        return coordinate + " is a " + type + ", which " + place(component) + ", a "
                + component.getGenericType().getTypeName() + ", can't fill: compute it, or ignore it.";
    }

    private @Nullable MessageField computed(Table table, Computed computed, String coordinate, FieldSetter setter) {
        if (computed.recordClass() != recordClass(table)) {
            problems.add(
                    coordinate + " is computed from " + computed.recordClass().getSimpleName() + ", but filled from "
                            + recordClass(table).getSimpleName() + ".");
            return null;
        }
        BitSet needs = new BitSet();
        for (String name : computed.needs()) {
            Column column = table.columnOfField(name);
            if (column == null) problems.add(coordinate + " needs \"" + name + "\", which is no column.");
            else needs.set(column.ordinal());
        }
        return new MessageField.OfCode(computed.function(), needs, setter);
    }

    private static Class<? extends Record> recordClass(Table table) {
        Class<? extends Record> recordClass = table.recordClass();
        if (recordClass == null) throw new IllegalArgumentException("No record describes the table " + table);
        return recordClass;
    }

    private static String place(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }

    /** Reads the component of a column from a record. */
    static MethodHandle accessor(Table table, Column column) {
        for (RecordComponent component : recordClass(table).getRecordComponents()) {
            if (component.getName().equals(column.fieldName())) return accessor(component);
        }
        throw new IllegalArgumentException(recordClass(table) + " has no component for " + column);
    }

    private static MethodHandle accessor(RecordComponent component) {
        Class<?> recordClass = component.getDeclaringRecord();
        try {
            ShapeCompiler.class.getModule().addReads(recordClass.getModule());
            return MethodHandles.privateLookupIn(recordClass, MethodHandles.lookup())
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(
                    place(component) + " can't be read: open its package to " + ShapeCompiler.class.getModule(), e);
        }
    }
}
