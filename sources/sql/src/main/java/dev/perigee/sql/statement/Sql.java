package dev.perigee.sql.statement;

import java.util.List;

/**
 * A statement as a database takes it.
 *
 * @param text with a {@code ?} for each bind; the same for any values of the same shape, so that databases can keep it
 */
public record Sql(String text, List<Bind> binds) {
    public Sql {
        binds = List.copyOf(binds);
    }
}
