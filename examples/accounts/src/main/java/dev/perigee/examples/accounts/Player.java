package dev.perigee.examples.accounts;

import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Defaulted;
import dev.perigee.sql.Filterable;
import dev.perigee.sql.Has;
import dev.perigee.sql.HasThrough;
import dev.perigee.sql.Key;
import dev.perigee.sql.MaxLength;
import dev.perigee.sql.NotNull;
import dev.perigee.sql.Sortable;
import java.util.List;

/** One of an account's characters. */
public record Player(
        @Key @Defaulted long id,
        long parentId,
        @NotNull @MaxLength(40) @Filterable @Sortable String name,
        @Filterable @Sortable int level,
        @BelongsTo(by = "parentId") Account parent,
        @Has(by = "playerId") List<Membership> memberships,
        @HasThrough({"memberships", "guild"}) List<Guild> guilds) {

    /** Put together for those who ask for it. */
    public String title() {
        return name + (level < 50 ? " the Young" : " the Great");
    }
}
