/**
 * Accounts, players and guilds: tables described by records, and the services whose messages are filled from them. Read
 * {@link dev.perigee.examples.moongate.game.GuildService} first.
 */
@NullMarked
package dev.perigee.examples.moongate.game;

import org.jspecify.annotations.NullMarked;
