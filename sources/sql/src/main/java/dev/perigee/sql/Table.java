package dev.perigee.sql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The table or view that a record stands for, one instance a row. A record without it stands for the table of its own name
 * in snake case: {@code OrderLine} for {@code order_line}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Table {
    /** As the database has it, with its case; the record's simple name in snake case where it is empty. */
    String value() default "";

    /** As the database has it; the connection's own where it is empty. */
    String schema() default "";

    /** The graph's type; the record's simple name where it is empty. */
    String type() default "";

    /** For the schema of the graph. */
    String description() default "";

    /** Whether nothing is ever written to it. Only then may it lack a {@link Key}, as views do. */
    boolean readOnly() default false;
}
