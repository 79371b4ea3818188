package dev.perigee.execution;

import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import dev.perigee.data.Wiring;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The loaders of one request with what they have loaded. Each is made when it is first needed. */
final class Loaders {
    private final Wiring wiring;
    private final Context context;
    private final Map<Class<?>, Loader<Object, ?>> loaders = new HashMap<>();
    private final Map<Class<?>, Map<Object, Slot>> slots = new HashMap<>();

    Loaders(Wiring wiring, Context context) {
        this.wiring = wiring;
        this.context = context;
    }

    /** The slots of a loader by key. */
    Map<Object, Slot> slots(Class<?> type) {
        return slots.computeIfAbsent(type, t -> new HashMap<>());
    }

    @SuppressWarnings("unchecked") // the wiring's methods only take keys of the loader's type
    Loader<Object, ?> loader(Class<?> type) {
        return loaders.computeIfAbsent(type, t -> {
            var make = wiring.loader(t);
            if (make == null) throw new IllegalStateException("No loader " + t.getName() + " in the wiring");
            @Nullable Loader<?, ?> made = make.apply(context);
            if (made == null) throw new IllegalStateException("The wiring makes no loader " + t.getName());
            return (Loader<Object, ?>) made;
        });
    }
}
