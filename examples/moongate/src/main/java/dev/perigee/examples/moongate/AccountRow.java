package dev.perigee.examples.moongate;

import dev.perigee.data.RequiresRoles;
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

/** Somebody who signs in. @param role what they may do: {@code player} or {@code support} */
@Table(value = "account", type = "Account")
record AccountRow(
        @Key @Defaulted long id,
        @NotNull @MaxLength(40) @Unique("findByUsername") String username,
        @NotNull @MaxLength(80) @RequiresRoles("support") String email,
        @NotNull @Hidden String password,
        @NotNull @Hidden String salt,
        @NotNull @MaxLength(20) @Hidden String role,
        @NotNull @Defaulted Instant createdAt,
        @Has(by = "accountId") List<PlayerRow> players) {}
