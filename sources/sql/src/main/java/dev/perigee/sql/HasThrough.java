package dev.perigee.sql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Rows of another record that relations lead to, one after the other; on a component of that record's type, where it is one at
 * most, or of a list of it.
 * <pre>{@code
 * record Player(
 *         @Key long id,
 *         @Has(by = "playerId") List<Membership> memberships,
 *         @HasThrough({"memberships", "guild"}) List<Guild> guilds) {}
 * }</pre>
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface HasThrough {
    /** At least two relations: the first of this record, each other one of the record before it; of any kind. */
    String[] value();

    /** Whether a row that several ways lead to is given once, instead of each time. */
    boolean distinct() default false;

    /** For the schema of the graph. */
    String description() default "";
}
