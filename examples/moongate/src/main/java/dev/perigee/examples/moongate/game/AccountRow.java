package dev.perigee.examples.moongate.game;

import dev.perigee.data.RequiresScopes;
import dev.perigee.sql.Defaulted;
import dev.perigee.sql.Has;
import dev.perigee.sql.Hidden;
import dev.perigee.sql.Key;
import dev.perigee.sql.MaxLength;
import dev.perigee.sql.NotNull;
import dev.perigee.sql.Table;
import dev.perigee.sql.Unique;
import java.time.Instant;
import java.util.List;

/**
 * Somebody who logs in.
 *
 * @param password derived from what they type, with the salt, in hexadecimal digits
 * @param scopes what they may do, with spaces between
 */
@Table(value = "account", type = "Account")
public record AccountRow(
        @Key @Defaulted long id,
        @NotNull @MaxLength(20) @Unique("findByUsername") String username,
        @NotNull @RequiresScopes("email") String email,
        @NotNull @Hidden String password,
        @NotNull @Hidden String salt,
        @NotNull @Hidden String scopes,
        @NotNull Instant createdAt,
        @Has(by = "accountId") List<PlayerRow> players) {}
