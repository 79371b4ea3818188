/** A game's accounts, players and guilds: gRPC services on a database. Read {@link dev.perigee.examples.moongate.Moongate} first. */
@NullMarked
package dev.perigee.examples.moongate;

import org.jspecify.annotations.NullMarked;
