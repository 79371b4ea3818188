package dev.perigee.examples.moongate;

import dev.perigee.data.Fields;
import dev.perigee.data.Resolver;
import dev.perigee.examples.moongate.v1.Player;

/** The field {@code Player.title}, which no service has: Java code sees the messages that the services give. */
final class PlayerTitle implements Resolver<Player> {
    /** What it reads of a player, in the names of the IDL: so much the service is asked for. */
    static final String[] NEEDS = {"name", "level"};

    @Override
    public void map(Fields<Player> player) {
        player.field("title", PlayerTitle::of);
    }

    private static String of(Player player) {
        return player.getName() + (player.getLevel() < 50 ? " the Young" : " the Great");
    }
}
