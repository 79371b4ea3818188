package dev.perigee.data;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a Java class, as compiled getters: {@code name()} of a record or of any class, {@code getName()},
 * {@code isName()}, a public field. Methods win over fields. Thread-safe.
 */
final class ClassProperties {
    private static final ClassValue<ClassProperties> KNOWN = new ClassValue<>() {
        @Override
        protected ClassProperties computeValue(Class<?> type) {
            return new ClassProperties(type);
        }
    };

    private final Class<?> type;
    private final Map<String, Function<Object, @Nullable Object>> properties = new ConcurrentHashMap<>();

    private ClassProperties(Class<?> type) {
        this.type = type;
    }

    static ClassProperties of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** A property by its name, as a function of an object of the class; one that fails if the class has none. */
    Function<Object, @Nullable Object> property(String name) {
        return properties.computeIfAbsent(name, this::compile);
    }

    private Function<Object, @Nullable Object> compile(String name) {
        if (Map.class.isAssignableFrom(type)) return parent -> ((Map<?, ?>) parent).get(name);
        if (HasProperties.class.isAssignableFrom(type)) return parent -> ((HasProperties) parent).property(name);
        Method method = method(name);
        if (method != null) return compile(method);
        Field field = field(name);
        if (field != null) return parent -> reflected(() -> field.get(parent));
        return parent -> {
            throw new MissingPropertyException(type, name);
        };
    }

    private @Nullable Method method(String name) {
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        for (String candidate : List.of(name, "get" + capital, "is" + capital)) {
            for (Class<?> declaring : accessibleTypes()) {
                Method method = method(declaring, candidate);
                if (method != null) return method;
            }
        }
        return null;
    }

    private static @Nullable Method method(Class<?> declaring, String name) {
        try {
            Method method = declaring.getDeclaredMethod(name);
            boolean fits = !Modifier.isStatic(method.getModifiers())
                    && method.getReturnType() != void.class
                    && declaring != Object.class
                    && (Modifier.isPublic(method.getModifiers()) || declaring.isRecord());
            return fits && method.trySetAccessible() ? method : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private @Nullable Field field(String name) {
        try {
            Field field = type.getField(name);
            return !Modifier.isStatic(field.getModifiers()) && field.trySetAccessible() ? field : null;
        } catch (NoSuchFieldException e) {
            return null;
        }
    }

    /** The class, its superclasses, then all interfaces. */
    private List<Class<?>> accessibleTypes() {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) types.add(c);
        for (int i = 0; i < types.size(); i++) {
            for (Class<?> implemented : types.get(i).getInterfaces()) {
                if (!types.contains(implemented)) types.add(implemented);
            }
        }
        return types;
    }

    /** A generated class for each getter, which the JIT can see through; reflection where that is not allowed. */
    private static Function<Object, @Nullable Object> compile(Method method) {
        try {
            Class<?> declaring = method.getDeclaringClass();
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(declaring, MethodHandles.lookup());
            return compile(lookup, lookup.unreflect(method));
        } catch (Throwable notAllowed) { // another module or class loader does not let us in
            return parent -> reflected(() -> method.invoke(parent));
        }
    }

    private static Function<Object, @Nullable Object> compile(MethodHandles.Lookup lookup, MethodHandle handle)
            throws Throwable {
        Class<?> type = handle.type().returnType();
        if (type == int.class) return new PrimitiveGetter.OfInt(as(ToIntFunction.class, "applyAsInt", lookup, handle));
        if (type == long.class)
            return new PrimitiveGetter.OfLong(as(ToLongFunction.class, "applyAsLong", lookup, handle));
        if (type == double.class)
            return new PrimitiveGetter.OfDouble(as(ToDoubleFunction.class, "applyAsDouble", lookup, handle));
        if (type == boolean.class) return new PrimitiveGetter.OfBoolean(as(Predicate.class, "test", lookup, handle));
        return as(Function.class, "apply", lookup, handle);
    }

    /** The getter as a function of the class's objects to a primitive, or to an object. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the metafactory implements what it is asked for
    private static <F> F as(Class<?> function, String method, MethodHandles.Lookup lookup, MethodHandle handle)
            throws Throwable {
        boolean isObject = function == Function.class;
        CallSite site = LambdaMetafactory.metafactory(
                lookup,
                method,
                MethodType.methodType(function),
                MethodType.methodType(isObject ? Object.class : handle.type().returnType(), Object.class),
                handle,
                isObject ? handle.type().wrap() : handle.type());
        return (F) site.getTarget().invoke();
    }

    private static @Nullable Object reflected(Callable<@Nullable Object> read) {
        try {
            return read.call();
        } catch (Exception e) {
            throw new CompletionException(e instanceof InvocationTargetException ? e.getCause() : e);
        }
    }

    /** A class without the property of a field that has no other binding. */
    static final class MissingPropertyException extends RuntimeException {
        private static final long serialVersionUID = 1;

        MissingPropertyException(Class<?> type, String name) {
            super(type.getName() + " has no property \"" + name + "\": no method " + name
                    + "() and no public field, and" + " nothing is declared for the field");
        }
    }
}
