package dev.perigee.cli.serve;

import dev.perigee.execution.Engine;
import dev.perigee.schema.SchemaChange;
import java.util.List;

/**
 * A graph as it may become.
 *
 * @param changes of its schema; none if only what is behind it has changed
 */
record GraphChange(Engine engine, GrpcVersion version, List<SchemaChange> changes) {
    GraphChange {
        changes = List.copyOf(changes);
    }
}
