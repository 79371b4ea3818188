package dev.perigee.examples.accounts;

import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Key;
import dev.perigee.sql.MaxLength;
import dev.perigee.sql.NotNull;

/** That a player is in a guild. */
public record Membership(
        @Key long playerId,
        @Key long guildId,
        @NotNull @MaxLength(20) String rank,
        @BelongsTo(by = "playerId") Player player,
        @BelongsTo(by = "guildId") Guild guild) {}
