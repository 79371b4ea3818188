package dev.perigee.data;

import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns what a resolver declares into bindings. The casts are safe: a type's resolver only ever sees its values. */
@SuppressWarnings("unchecked")
final class DeclaredFields<T> implements Fields<T> {
    private final String typeName;
    private final Wiring.Builder wiring;

    DeclaredFields(String typeName, Wiring.Builder wiring) {
        this.typeName = typeName;
        this.wiring = wiring;
    }

    @Override
    public <V> Fields<T> field(String name, Function<? super T, ? extends @Nullable V> read) {
        return bind(name, new Binding.Read((parent, arguments) -> read.apply((T) parent)));
    }

    @Override
    public <V> Fields<T> field(String name, BiFunction<? super T, Arguments, ? extends @Nullable V> read) {
        return bind(name, new Binding.Read((parent, arguments) -> read.apply((T) parent, arguments)));
    }

    @Override
    public <K> Fields<T> load(
            String name, Class<? extends Loader<K, ?>> loader, Function<? super T, ? extends @Nullable K> key) {
        return bind(name, new Binding.Load(loader, (parent, arguments) -> key.apply((T) parent)));
    }

    @Override
    public <K> Fields<T> load(
            String name,
            Class<? extends Loader<K, ?>> loader,
            BiFunction<? super T, Arguments, ? extends @Nullable K> key) {
        return bind(name, new Binding.Load(loader, (parent, arguments) -> key.apply((T) parent, arguments)));
    }

    @Override
    public <K> Fields<T> loadEach(
            String name,
            Class<? extends Loader<K, ?>> loader,
            Function<? super T, ? extends @Nullable Collection<? extends K>> keys) {
        return bind(name, new Binding.LoadEach(loader, (parent, arguments) -> keys.apply((T) parent)));
    }

    @Override
    public <K> Fields<T> loadEach(
            String name,
            Class<? extends Loader<K, ?>> loader,
            BiFunction<? super T, Arguments, ? extends @Nullable Collection<? extends K>> keys) {
        return bind(name, new Binding.LoadEach(loader, (parent, arguments) -> keys.apply((T) parent, arguments)));
    }

    @Override
    public <V> Fields<T> batch(String name, Batch<T, V> batch) {
        return bind(name, new Binding.Batch((Batch<Object, Object>) (Batch<?, ?>) batch, "java"));
    }

    @Override
    public <V> Fields<T> call(String name, Call<T, V> call) {
        return bind(name, new Binding.Call((Call<@Nullable Object, Object>) (Call<?, ?>) call, "java"));
    }

    @Override
    public <V> Fields<T> callAsync(String name, AsyncCall<T, V> call) {
        return bind(name, new Binding.AsyncCall((AsyncCall<@Nullable Object, Object>) (AsyncCall<?, ?>) call, "java"));
    }

    private Fields<T> bind(String name, Binding binding) {
        wiring.bind(typeName, name, binding);
        return this;
    }
}
