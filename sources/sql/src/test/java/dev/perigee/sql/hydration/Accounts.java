package dev.perigee.sql.hydration;

import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Filterable;
import dev.perigee.sql.Has;
import dev.perigee.sql.HasThrough;
import dev.perigee.sql.Hidden;
import dev.perigee.sql.Key;
import dev.perigee.sql.NotNull;
import dev.perigee.sql.Sortable;
import dev.perigee.sql.Table;
import dev.perigee.sql.Unique;
import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.RecordModels;
import java.util.List;

/** Accounts with players, which are members of guilds, and have followers among themselves. */
final class Accounts {
    private Accounts() {}

    @Table("account")
    record Account(
            @Key long id,

            @NotNull @Unique("findByUsername") @Filterable @Sortable
            String username,

            @NotNull @Hidden String password,
            @Has(by = "parentId") List<Player> players) {
        /** Computed, from a column that the client need not ask for. */
        public String greeting() {
            return "Hello, " + username + "!";
        }
    }

    @Table("player")
    record Player(
            @Key long id,
            @NotNull @Filterable @Sortable String name,
            @Filterable @Sortable Integer level,
            long parentId,
            Long mentorId,
            @BelongsTo(by = "parentId") Account parent,
            @BelongsTo(by = "mentorId") Player mentor,
            @Has(by = "mentorId") List<Player> pupils,
            @Has(by = "playerId") List<Membership> memberships,
            @HasThrough({"memberships", "guild"}) List<Guild> guilds) {}

    @Table("membership")
    record Membership(
            @Key long playerId,
            @Key long guildId,
            @NotNull String role,
            @BelongsTo(by = "guildId") Guild guild,
            @BelongsTo(by = "playerId") Player player) {}

    @Table("guild")
    record Guild(
            @Key long id,
            @NotNull @Filterable @Sortable String name,
            @Has(by = "guildId") List<Membership> memberships,
            @HasThrough({"memberships", "player"}) List<Player> players) {}

    static final Model MODEL = RecordModels.of(Account.class, Player.class, Membership.class, Guild.class);

    static void create(TestDatabase database) {
        String quote = database.name().equals("MariaDB") ? "`" : "\"";
        String[] statements = """
            create table "account" ("id" bigint primary key, "username" varchar(40) not null unique, "password" varchar(80) not null);
            create table "player" ("id" bigint primary key, "name" varchar(40) not null, "level" integer,
                "parent_id" bigint not null, "mentor_id" bigint);
            create table "membership" ("player_id" bigint not null, "guild_id" bigint not null, "role" varchar(20) not null,
                primary key ("player_id", "guild_id"));
            create table "guild" ("id" bigint primary key, "name" varchar(40) not null);
            insert into "account" values (1, 'ada', 'secret'), (2, 'bob', 'hidden'), (3, 'cy', 'unseen');
            insert into "player" values (1, 'Ann', 3, 1, null), (2, 'Ben', null, 1, 1), (3, 'Cid', 7, 2, 1), (4, 'Dot', 3, 2, 2),
                (5, 'Eve', 5, 2, 2);
            insert into "guild" values (1, 'Foxes'), (2, 'Owls');
            insert into "membership" values (1, 1, 'chief'), (2, 1, 'scout'), (3, 1, 'scout'), (3, 2, 'chief'), (5, 2, 'scout')\
            """.replace("\"", quote).split(";");
        database.execute(statements);
    }
}
