package dev.perigee.examples.moongate.game;

import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Key;
import dev.perigee.sql.Table;

/** That a player has a friend. Of two friends, each has a row of its own. */
@Table(value = "friendship", type = "Friendship")
public record FriendshipRow(
        @Key long playerId,
        @Key long friendId,
        @BelongsTo(by = "playerId") PlayerRow player,
        @BelongsTo(by = "friendId") PlayerRow friend) {}
