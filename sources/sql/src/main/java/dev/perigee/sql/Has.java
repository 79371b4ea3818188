package dev.perigee.sql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Rows of another record, or of the same, refer to this one; on a component of that record's type, where it is one at most,
 * or of a list of it.
 * <pre>{@code
 * record Account(@Key long id, @Has(by = "authorId") List<Post> posts) {}
 * }</pre>
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Has {
    /** The other record's components that refer to this one, in the order of what they refer to. */
    String[] by();

    /** This record's components that are referred to; its key where there are none. */
    String[] references() default {};

    /** For the schema of the graph. */
    String description() default "";
}
