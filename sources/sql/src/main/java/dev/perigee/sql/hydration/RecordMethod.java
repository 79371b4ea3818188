package dev.perigee.sql.hydration;

import dev.perigee.data.Arguments;
import dev.perigee.data.Binding;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads a field from a record's own method of its name. Immutable. */
record RecordMethod(UnaryOperator<Object> view, MethodHandle method) implements Binding.Getter {
    /** The getter of a field, null if the record has no such method without parameters. */
    static @Nullable RecordMethod of(Class<? extends Record> recordClass, String name, UnaryOperator<Object> view) {
        return Arrays.stream(recordClass.getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
                .filter(method ->
                        !Modifier.isStatic(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers()))
                .findFirst()
                .map(method -> new RecordMethod(view, handle(method)))
                .orElse(null);
    }

    /** The method, with an object that has it, and for any class of results. */
    static MethodHandle handle(Method method) {
        try {
            RecordMethod.class.getModule().addReads(method.getDeclaringClass().getModule());
            return MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup())
                    .unreflect(method)
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(
                    method + " can't be used: open its package to " + RecordMethod.class.getModule(), e);
        }
    }

    @Override
    public @Nullable Object get(Object parent, Arguments arguments) throws Exception {
        try {
            return (Object) method.invokeExact(view.apply(parent));
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
