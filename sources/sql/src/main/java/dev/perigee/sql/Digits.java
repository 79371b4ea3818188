package dev.perigee.sql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many digits a decimal has. Without it, a column that Perigee creates holds 38 digits, 10 of them after the point,
 * or any number of them where the database can.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Digits {
    /** All of them, before and after the point; at least 1. */
    int value();

    /** Those after the point; from 0 to all. */
    int scale() default 0;
}
