package dev.perigee.plan;

import dev.perigee.data.ClientException;
import dev.perigee.data.Fetch;
import dev.perigee.data.SourceRun;
import dev.perigee.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In place of a fetch whose source could write what the caller does not see: nobody else checks what it writes. */
record RefusedFetch(String field, Fetch refused) implements Fetch {
    @Override
    public List<? extends @Nullable Object> fetch(List<Object> parents, SourceRun run) {
        throw new ClientException("FORBIDDEN", "You may not use " + field + " with this selection.");
    }

    @Override
    public void write(Object value, SourceRun run, JsonWriter out) {
        throw new IllegalStateException(field + " is never fetched");
    }

    @Override
    public String source() {
        return refused.source();
    }

    @Override
    public String describe() {
        return "nothing, as " + refused.describe() + " could give what is hidden";
    }
}
