package dev.perigee.examples.moongate.game;

import dev.perigee.sql.Defaulted;
import dev.perigee.sql.Has;
import dev.perigee.sql.HasThrough;
import dev.perigee.sql.Key;
import dev.perigee.sql.MaxLength;
import dev.perigee.sql.NotNull;
import dev.perigee.sql.Table;
import java.util.List;

/** Players who play together. */
@Table(value = "guild", type = "Guild")
public record GuildRow(
        @Key @Defaulted long id,
        @NotNull @MaxLength(40) String name,
        @Has(by = "guildId") List<MembershipRow> memberships,
        @HasThrough({"memberships", "player"}) List<PlayerRow> members) {}
