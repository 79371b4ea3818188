package dev.perigee.examples.moongate;

import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Key;
import dev.perigee.sql.Table;

/** That a player calls another one a friend. */
@Table("friend")
record FriendRow(
        @Key long playerId,
        @Key long friendId,
        @BelongsTo(by = "playerId") PlayerRow player,
        @BelongsTo(by = "friendId") PlayerRow friend) {}
