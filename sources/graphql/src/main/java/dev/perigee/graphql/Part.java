package dev.perigee.graphql;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a {@link Share} asks for in one upstream request. For the thread that loads. */
interface Part {
    /** How many objects are asked for one by one. */
    int count();

    void fill(Map<String, @Nullable Object> variables);

    /** The answer. @param data null if an error has taken all of it */
    void reply(@Nullable Map<String, @Nullable Object> data, ErrorTree errors);

    /** There is no answer. */
    void fail(RuntimeException cause);
}
