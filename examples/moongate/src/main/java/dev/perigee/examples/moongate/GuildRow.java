package dev.perigee.examples.moongate;

import dev.perigee.sql.Defaulted;
import dev.perigee.sql.Has;
import dev.perigee.sql.HasThrough;
import dev.perigee.sql.Key;
import dev.perigee.sql.MaxLength;
import dev.perigee.sql.NotNull;
import dev.perigee.sql.Table;
import dev.perigee.sql.Unique;
import java.util.List;

/** Players who play together. */
@Table(value = "guild", type = "Guild")
record GuildRow(
        @Key @Defaulted long id,
        @NotNull @MaxLength(40) @Unique("findByName") String name,
        @Has(by = "guildId") List<MemberRow> memberships,
        @HasThrough({"memberships", "player"}) List<PlayerRow> players) {}
