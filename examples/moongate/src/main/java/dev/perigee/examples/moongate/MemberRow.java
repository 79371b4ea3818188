package dev.perigee.examples.moongate;

import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Key;
import dev.perigee.sql.Table;

/** That a player is in a guild. */
@Table("member")
record MemberRow(
        @Key long playerId,
        @Key long guildId,
        @BelongsTo(by = "playerId") PlayerRow player,
        @BelongsTo(by = "guildId") GuildRow guild) {}
