package dev.perigee.sql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * No two rows share the value; the graph finds a row by it. Components that name the same finder are one key together:
 * <pre>{@code
 * record Product(@Key long id, @Unique("findByCode") long shopId, @Unique("findByCode") String code) {}
 * }</pre>
 */
@Repeatable(Unique.All.class)
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unique {
    /** The root field that finds a row by it, such as {@code findByUsername}. */
    String value();

    /** Holds several of them; the compiler writes it. */
    @Target(ElementType.RECORD_COMPONENT)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        Unique[] value();
    }
}
