package dev.perigee.examples.moongate;

import dev.perigee.data.Authenticated;
import dev.perigee.data.Otherwise;
import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Defaulted;
import dev.perigee.sql.Filterable;
import dev.perigee.sql.Has;
import dev.perigee.sql.HasThrough;
import dev.perigee.sql.Key;
import dev.perigee.sql.MaxLength;
import dev.perigee.sql.NotNull;
import dev.perigee.sql.Table;
import java.util.List;

/** One of an account's characters. */
@Table(value = "player", type = "Player")
record PlayerRow(
        @Key @Defaulted long id,
        long accountId,
        @NotNull @MaxLength(40) String name,
        @Filterable int level,
        @NotNull Profession profession,

        @BelongsTo(by = "accountId") @Authenticated(otherwise = Otherwise.NULL)
        AccountRow account,

        @Has(by = "playerId") List<FriendRow> friendships,
        @HasThrough({"friendships", "friend"}) List<PlayerRow> friends,
        @Has(by = "playerId") List<MemberRow> memberships,
        @HasThrough({"memberships", "guild"}) List<GuildRow> guilds) {

    /** What they are good at. */
    enum Profession {
        FIGHTER,
        MAGE,
        BARD
    }

    /** Put together for those who ask for it, from the name and the level. */
    String title() {
        return name + (level < 50 ? " the Young" : " the Great");
    }
}
