package dev.perigee.cli.serve;

import dev.perigee.data.SchemaSource;
import dev.perigee.data.Wiring;
import dev.perigee.language.Source;
import dev.perigee.schema.Coercion;
import dev.perigee.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * Stands in a wiring for a source that may become another one. An engine has what it was when the engine was built. One
 * thread at a time.
 */
final class ChangingSource implements SchemaSource {
    private volatile SchemaSource current;

    ChangingSource(SchemaSource first) {
        this.current = first;
    }

    void become(SchemaSource next) {
        current = next;
    }

    @Override
    public List<Source> sdl() {
        return current.sdl();
    }

    @Override
    public Map<String, Coercion> coercions() {
        return current.coercions();
    }

    @Override
    public void bind(Schema schema, Wiring.Builder wiring) {
        current.bind(schema, wiring);
    }
}
