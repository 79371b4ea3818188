package dev.perigee.sql.graph;

import dev.perigee.schema.Coercion;
import dev.perigee.sql.model.Column;
import dev.perigee.sql.model.Kind;
import java.util.Map;
import java.util.TreeMap;

/**
 * The scalars of a database's graph besides those that every schema has: how their values come in and go out. Inside,
 * they are of the {@link Kind#javaClass() class} of the kind that each stands for.
 */
public final class SqlScalars {
    private static final Map<String, Coercion> COERCIONS = Map.copyOf(all());

    private SqlScalars() {}

    /** By the name of the scalar; immutable, safe to share between threads. */
    public static Map<String, Coercion> coercions() {
        return COERCIONS;
    }

    /** The scalar of a column: {@code ID} of a reference that is a whole number, text or UUID, else that of its kind. */
    public static String nameOf(Column column) {
        return GraphScalar.of(column).typeName();
    }

    /** Whether a column's value is JSON's own null, which no scalar can give: the field is null then. */
    public static boolean isJsonNull(Kind kind, Object value) {
        return kind == Kind.JSON && value instanceof String text && text.strip().equals("null");
    }

    private static Map<String, Coercion> all() {
        Map<String, Coercion> all = new TreeMap<>();
        all.put(GraphScalar.BIG_INT.typeName(), new BigIntCoercion());
        all.put(GraphScalar.DECIMAL.typeName(), new DecimalCoercion());
        all.put(GraphScalar.UUID.typeName(), TextForms.UUID);
        all.put(GraphScalar.DATE.typeName(), TextForms.DATE);
        all.put(GraphScalar.TIME.typeName(), TextForms.TIME);
        all.put(GraphScalar.LOCAL_DATE_TIME.typeName(), TextForms.LOCAL_DATE_TIME);
        all.put(GraphScalar.DATE_TIME.typeName(), TextForms.DATE_TIME);
        all.put(GraphScalar.BASE64.typeName(), TextForms.BASE64);
        all.put(GraphScalar.JSON.typeName(), new JsonCoercion());
        return all;
    }
}
