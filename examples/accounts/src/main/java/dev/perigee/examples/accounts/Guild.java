package dev.perigee.examples.accounts;

import dev.perigee.sql.Defaulted;
import dev.perigee.sql.Filterable;
import dev.perigee.sql.Has;
import dev.perigee.sql.HasThrough;
import dev.perigee.sql.Key;
import dev.perigee.sql.MaxLength;
import dev.perigee.sql.NotNull;
import dev.perigee.sql.Sortable;
import dev.perigee.sql.Unique;
import java.util.List;

/** Players who play together. */
public record Guild(
        @Key @Defaulted long id,

        @NotNull @MaxLength(40) @Unique("findByName") @Filterable @Sortable
        String name,

        @Has(by = "guildId") List<Membership> memberships,
        @HasThrough({"memberships", "player"}) List<Player> players) {}
