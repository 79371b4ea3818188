package dev.perigee.sql.statement;

import dev.perigee.sql.model.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value for a placeholder. */
public sealed interface Bind {
    SqlType type();

    /** One value, of the class of the type's kind, or null. */
    record One(SqlType type, @Nullable Object value) implements Bind {}

    /** Many values as one array, for databases that have arrays. */
    record Many(SqlType type, List<Object> values) implements Bind {}

    /** Many keys as one JSON text, for databases that take lists apart by it. @param type of their first column */
    record Json(SqlType type, List<List<Object>> values) implements Bind {}
}
