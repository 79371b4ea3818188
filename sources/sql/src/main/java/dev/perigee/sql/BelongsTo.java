package dev.perigee.sql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Rows of this record refer to at most one row of another, or of the same; on a component of that record's type.
 * <pre>{@code
 * record Post(@Key long id, long authorId, @BelongsTo(by = "authorId") Account author) {}
 * }</pre>
 * It is required, and not null in the graph, where all the components that it goes by are not null.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface BelongsTo {
    /** This record's components that refer to the other one, in the order of what they refer to. */
    String[] by();

    /** The other record's components that are referred to, a key or unique; its key where there are none. */
    String[] references() default {};

    /** For the schema of the graph. */
    String description() default "";
}
