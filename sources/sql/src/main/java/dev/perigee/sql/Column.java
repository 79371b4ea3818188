package dev.perigee.sql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a component's column is called, where that is not its own name in snake case ({@code parentId} for
 * {@code parent_id}).
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Column {
    /** As the database has it, with its case; the component's name in snake case where it is empty. */
    String value() default "";

    /** For the schema of the graph. */
    String description() default "";
}
