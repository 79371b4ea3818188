package dev.perigee.data;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For callers who have the scopes: {@code @RequiresScopes({"mail profile", "all"})} is for those who have both
 * {@code mail} and {@code profile}, or {@code all}. On a class, it protects each field that
 * returns it; on a component, the field of its name. Other callers get an error, or null.
 *
 * @see AccessRule
 */
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresScopes {
    /** Sets of scopes, each with spaces between its scopes; one of the sets is enough. */
    String[] value();

    /** What other callers get. */
    Otherwise otherwise() default Otherwise.ERROR;
}
