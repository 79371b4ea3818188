package dev.perigee.examples.accounts;

import dev.perigee.sql.Defaulted;
import dev.perigee.sql.Filterable;
import dev.perigee.sql.Has;
import dev.perigee.sql.Hidden;
import dev.perigee.sql.Key;
import dev.perigee.sql.MaxLength;
import dev.perigee.sql.NotNull;
import dev.perigee.sql.Sortable;
import dev.perigee.sql.Table;
import dev.perigee.sql.Unique;
import java.time.Instant;
import java.util.List;

/**
 * Somebody who signs in.
 *
 * @param password derived from what they type, with the salt, in hexadecimal digits; never leaves the server
 */
@Table(description = "Somebody who signs in, and plays.")
public record Account(
        @Key @Defaulted long id,

        @NotNull @MaxLength(40) @Unique("findByUsername") @Filterable @Sortable
        String username,

        @NotNull @Hidden String password,
        @NotNull @Hidden String salt,
        @NotNull @Defaulted @Filterable @Sortable Instant createdAt,
        @NotNull @Defaulted Instant updatedAt,
        @Has(by = "parentId") List<Player> players) {}
