package dev.perigee.data;

import dev.perigee.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field that a source has taken over with its whole subtree. Immutable; shared by all requests. */
public interface Fetch {
    /**
     * The values of the field for all its parents in the response, in the parents' order. May block.
     *
     * @throws Exception if no parent gets a value; the error stands at each of them
     */
    List<? extends @Nullable Object> fetch(List<Object> parents, SourceRun run) throws Exception;

    /**
     * Writes a value of {@link #fetch} as the JSON of the field, exactly the selected fields by their response names.
     * Not called for null. The source answers for what it writes: nothing checks it against the schema again.
     */
    void write(Object value, SourceRun run, JsonWriter out);

    /** What the call is counted under in logs and statistics, such as {@code grpc}. */
    String source();

    /** What it calls, for people who read the plan, such as {@code users.UserService/GetUser}. */
    String describe();
}
