package dev.perigee.examples.moongate.game;

import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Key;
import dev.perigee.sql.Table;

/** That a player is in a guild. */
@Table(value = "membership", type = "Membership")
public record MembershipRow(
        @Key long playerId,
        @Key long guildId,
        @BelongsTo(by = "playerId") PlayerRow player,
        @BelongsTo(by = "guildId") GuildRow guild) {}
