package dev.perigee.sql.model;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances of one record class, without reflection for each. Immutable; safe to share between threads.
 */
public final class RecordMaker {
    private static final ClassValue<RecordMaker> KNOWN = new ClassValue<>() {
        @Override
        protected RecordMaker computeValue(Class<?> type) {
            return make(type.asSubclass(Record.class));
        }
    };

    private final Class<? extends Record> recordClass;
    private final List<String> components;
    private final ComponentConversion[] conversions;
    /** Takes an array of arguments, each of its component's type or box. */
    private final MethodHandle constructor;

    private RecordMaker(Class<? extends Record> recordClass, MethodHandle constructor) {
        RecordComponent[] reflected = recordClass.getRecordComponents();
        this.recordClass = recordClass;
        this.components = Stream.of(reflected).map(RecordComponent::getName).toList();
        this.conversions = Stream.of(reflected)
                .map(component -> ComponentConversion.to(component.getType()))
                .toArray(ComponentConversion[]::new);
        this.constructor = constructor;
    }

    /**
     * @throws ModelException if the record can't be used from here: it is neither public in an exported package, nor in
     *     a package that is open to this module
     */
    public static RecordMaker of(Class<? extends Record> recordClass) {
        return KNOWN.get(recordClass);
    }

    private static RecordMaker make(Class<? extends Record> recordClass) {
        Class<?>[] types = Stream.of(recordClass.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        MethodHandle constructor = constructor(recordClass, MethodType.methodType(void.class, types));
        return new RecordMaker(
                recordClass,
                constructor
                        .asSpreader(Object[].class, types.length)
                        .asType(MethodType.methodType(Object.class, Object[].class)));
    }

    public Class<? extends Record> recordClass() {
        return recordClass;
    }

    /** How many values {@link #make} takes. */
    public int size() {
        return conversions.length;
    }

    /** Where the value of a component goes, a column's or a relation's; -1 where there is no such component. */
    public int indexOf(String fieldName) {
        return components.indexOf(fieldName);
    }

    /**
     * An instance of these values, one for each component by {@link #indexOf}: of columns, values of the classes of their
     * kinds; of relations, records or lists of them. A null becomes null, or of a primitive, zero or false.
     *
     * @throws IllegalArgumentException if a value does not fit its component: the message names both, without the value
     */
    public Object make(@Nullable Object[] valuesByComponent) {
        if (valuesByComponent.length != conversions.length) {
            throw new IllegalArgumentException(recordClass.getSimpleName() + " has " + conversions.length
                    + " components, and there are " + valuesByComponent.length + " values");
        }
        @Nullable Object[] arguments = new Object[conversions.length];
        for (int i = 0; i < arguments.length; i++) arguments[i] = convert(i, valuesByComponent[i]);
        return construct(arguments);
    }

    private @Nullable Object convert(int component, @Nullable Object value) {
        try {
            return conversions[component].convert(value);
        } catch (ClassCastException | ArithmeticException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    recordClass.getSimpleName() + "." + components.get(component)
                            + ": a value of the column does not fit "
                            + recordClass
                                    .getRecordComponents()[component]
                                    .getType()
                                    .getSimpleName(),
                    e);
        }
    }

    private Object construct(@Nullable Object[] arguments) {
        try {
            return (Object) constructor.invokeExact(arguments);
        } catch (RuntimeException | Error e) {
            throw e; // the record's own, from its constructor
        } catch (Throwable e) {
            throw new IllegalStateException("The constructor of " + recordClass.getSimpleName() + " failed", e);
        }
    }

    private static MethodHandle constructor(Class<? extends Record> recordClass, MethodType type) {
        try {
            return MethodHandles.publicLookup().findConstructor(recordClass, type);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return privateConstructor(recordClass, type);
        }
    }

    private static MethodHandle privateConstructor(Class<? extends Record> recordClass, MethodType type) {
        try {
            RecordMaker.class.getModule().addReads(recordClass.getModule());
            return MethodHandles.privateLookupIn(recordClass, MethodHandles.lookup())
                    .findConstructor(recordClass, type);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            Problems problems = new Problems();
            problems.add(
                    recordClass.getSimpleName(),
                    "the record can't be used from " + RecordMaker.class.getModule(),
                    "Make it public in a package that is exported, or write \"opens " + recordClass.getPackageName()
                            + " to dev.perigee.sql;\" in its module-info");
            throw problems.exception(e);
        }
    }
}
