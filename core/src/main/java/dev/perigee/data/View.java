package dev.perigee.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Bindings of a type that see its values as something else: what resolvers are written for, instead of a source's rows. */
final class View {
    private View() {}

    static Binding of(Binding binding, UnaryOperator<Object> view) {
        return switch (binding) {
            case Binding.Read read ->
                new Binding.Read((parent, arguments) -> read.getter().get(view.apply(parent), arguments));
            case Binding.Load load ->
                new Binding.Load(
                        load.loader(), (parent, arguments) -> load.key().apply(view.apply(parent), arguments));
            case Binding.LoadEach load ->
                new Binding.LoadEach(
                        load.loader(), (parent, arguments) -> load.keys().apply(view.apply(parent), arguments));
            case Binding.Batch batch ->
                new Binding.Batch(
                        (parents, arguments, context) -> batch.batch().resolve(all(parents, view), arguments, context),
                        batch.source());
            case Binding.Call call ->
                new Binding.Call(
                        (parent, arguments, context) -> call.call().resolve(one(parent, view), arguments, context),
                        call.source());
            case Binding.AsyncCall call ->
                new Binding.AsyncCall(
                        (parent, arguments, context) -> call.call().resolve(one(parent, view), arguments, context),
                        call.source());
            case Binding.Function function ->
                new Binding.Function((parent, arguments, context, info) ->
                        function.function().resolve(one(parent, view), arguments, context, info));
            case Binding.LoadFrom load -> load; // sees the values as its source has them
            case Binding.Part part -> part;
            case Binding.Stream stream -> stream; // has no parent
            case Binding.StreamFrom stream -> stream;
        };
    }

    private static @Nullable Object one(@Nullable Object parent, UnaryOperator<Object> view) {
        return parent == null ? null : view.apply(parent);
    }

    private static List<Object> all(List<Object> parents, UnaryOperator<Object> view) {
        List<Object> seen = new ArrayList<>(parents.size());
        for (Object parent : parents) seen.add(view.apply(parent));
        return seen;
    }
}
