package dev.perigee.service;

import dev.perigee.data.Otherwise;
import dev.perigee.data.RequiresRoles;
import dev.perigee.data.RequiresScopes;
import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Has;
import dev.perigee.sql.HasThrough;
import dev.perigee.sql.Hidden;
import dev.perigee.sql.Key;
import dev.perigee.sql.NotNull;
import dev.perigee.sql.SqlSource;
import dev.perigee.sql.Table;
import dev.perigee.sql.Unique;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.model.RecordModels;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** People, their friends and their towns. */
final class PeopleTables {
    private PeopleTables() {}

    enum Kind {
        GUEST,
        MEMBER
    }

    @Table("person")
    record Person(
            @Key long id,
            @NotNull @Unique("findByName") String name,
            @NotNull @RequiresScopes("mail") String email,

            @RequiresRoles(value = "admin", otherwise = Otherwise.NULL)
            Integer level,

            @NotNull Kind kind,
            @NotNull Instant joinedAt,
            Double score,
            byte[] icon,
            @NotNull @Hidden String password,
            Long mentorId,
            @BelongsTo(by = "mentorId") Person mentor,
            @Has(by = "personId") List<Friendship> friendships,
            @HasThrough({"friendships", "friend"}) List<Person> friends,

            @Has(by = "mayorId") @RequiresRoles(value = "citizen", otherwise = Otherwise.NULL)
            List<Town> towns) {}

    @Table("friendship")
    record Friendship(
            @Key long personId,
            @Key long friendId,
            @BelongsTo(by = "friendId") Person friend) {}

    @Table("town")
    record Town(
            @Key long id,
            @NotNull String name,
            long mayorId,
            @BelongsTo(by = "mayorId") Person mayor) {}

    static SqlSource source(DataSource dataSource) throws SQLException {
        return SqlSource.builder(
                        Database.of(dataSource, 4, SqlLimits.DEFAULT),
                        RecordModels.of(Person.class, Friendship.class, Town.class))
                .build();
    }

    static void create(DataSource dataSource, String binary) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                create table "person" ("id" bigint primary key, "name" varchar(40) not null unique, "email" varchar(40) not null,
                    "level" int, "kind" varchar(10) not null, "joined_at" timestamp with time zone not null,
                    "score" double precision, "icon" %s, "password" varchar(40) not null, "mentor_id" bigint)
                """.formatted(binary));
            statement.execute("""
                create table "friendship" ("person_id" bigint, "friend_id" bigint, primary key ("person_id", "friend_id"))
                """);
            statement.execute("""
                create table "town" ("id" bigint primary key, "name" varchar(40) not null, "mayor_id" bigint not null)
                """);
            for (int i = 1; i <= 6; i++) {
                statement.execute("""
                    insert into "person" values (%d, 'P%d', 'p%d@x', %d, '%s', timestamp with time zone '2026-01-0%d 10:00:00+00',
                        %s, null, 'secret', %s)
                    """.formatted(
                                i,
                                i,
                                i,
                                i * 10,
                                i == 2 ? "GUEST" : "MEMBER",
                                i,
                                i == 3 ? "null" : "1.5",
                                i == 1 ? "null" : "1"));
                statement.execute("insert into \"friendship\" values (%d, %d), (%d, %d)"
                        .formatted(i, i % 6 + 1, i, (i + 1) % 6 + 1));
            }
            statement.execute("insert into \"town\" values (1, 'Rome', 1), (2, 'Pisa', 1)");
        }
    }
}
