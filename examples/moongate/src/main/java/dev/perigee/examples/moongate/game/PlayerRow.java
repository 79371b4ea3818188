package dev.perigee.examples.moongate.game;

import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Defaulted;
import dev.perigee.sql.Has;
import dev.perigee.sql.HasThrough;
import dev.perigee.sql.Key;
import dev.perigee.sql.MaxLength;
import dev.perigee.sql.NotNull;
import dev.perigee.sql.Table;
import java.util.List;

/** One of an account's characters. */
@Table(value = "player", type = "Player")
public record PlayerRow(
        @Key @Defaulted long id,
        long accountId,
        @NotNull @MaxLength(40) String name,
        int level,
        @BelongsTo(by = "accountId") AccountRow account,
        @Has(by = "playerId") List<FriendshipRow> friendships,
        @HasThrough({"friendships", "friend"}) List<PlayerRow> friends,
        @Has(by = "playerId") List<MembershipRow> memberships,
        @HasThrough({"memberships", "guild"}) List<GuildRow> guilds) {}
