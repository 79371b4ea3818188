package dev.perigee.data;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For callers who have one of the roles. On a class, it protects each field that
 * returns it; on a component, the field of its name. Other callers get an error, or null.
 *
 * @see AccessRule
 */
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresRoles {
    /** The roles; one of them is enough. */
    String[] value();

    /** What other callers get. */
    Otherwise otherwise() default Otherwise.ERROR;
}
