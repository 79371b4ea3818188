package dev.perigee.sql.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseModelTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/perigee/sql/model/music-store.txt");

    static Iterable<Database> databases() {
        return EmptyDatabases.all();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void musicStore(Database database) throws SQLException, IOException {
        try (Connection connection = EmptyDatabases.open(database)) {
            MusicStore.create(connection);
            String text = ModelText.of(DatabaseModel.read(connection, Refinement.none()));
            if (System.getProperty("golden.update") != null) Files.writeString(GOLDEN, text);
            assertThat(text).isEqualTo(Files.readString(GOLDEN));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void refinesWhatItReads(Database database) throws SQLException {
        try (Connection connection = EmptyDatabases.open(database)) {
            EmptyDatabases.run(
                    connection,
                    "create table \"t_team\" (\"id\" int not null primary key, \"nm\" varchar(9), \"writes\" int,"
                            + " \"pin\" int)",
                    "create table \"t_match\" (\"id\" int not null primary key, \"home_team_id\" int not null"
                            + " references \"t_team\" (\"id\"), \"away_team_id\" int references \"t_team\" (\"id\"),"
                            + " \"day\" date, \"place\" varchar(9))",
                    "create index \"days\" on \"t_match\" (\"day\", \"place\")",
                    "create table \"log\" (\"id\" int, \"match_id\" int references \"t_match\" (\"id\"))");
            Refinement refinement = Refinement.builder()
                    .renameTable("t_team", "Team")
                    .renameTable("t_match", "Match")
                    .renameColumn("t_team", "nm", "name")
                    .renameRelation("Team", "awayMatches", "guestMatches")
                    .hideColumn("t_team", "pin")
                    .hideTable("log")
                    .versionColumn("t_team", "writes")
                    .readOnly("t_match")
                    .onlyIndexed()
                    .build();
            assertThat(ModelText.of(DatabaseModel.read(connection, refinement)))
                    .isEqualTo("""
                        Match = t_match, read only
                          id integer filterable sortable reference
                          homeTeamId integer reference
                          awayTeamId integer nullable reference
                          day date nullable filterable sortable
                          place text(9) nullable
                          key (id)
                          homeTeam: belongs-to Team! by Match(homeTeamId) = Team(id)
                          awayTeam: belongs-to Team by Match(awayTeamId) = Team(id)

                        Team = t_team
                          id integer filterable sortable reference
                          name text(9) nullable
                          writes integer nullable version
                          pin integer nullable hidden
                          key (id)
                          homeMatches: has [Match] by Team(id) = Match(homeTeamId)
                          guestMatches: has [Match] by Team(id) = Match(awayTeamId)
                        """.replace("homeTeamId integer reference", homeTeamId(database))
                            .replace("awayTeamId integer nullable reference", awayTeamId(database)));
        }
    }

    @Test
    void tellsAllThatARefinementNamesInVain() throws SQLException {
        try (Connection connection = EmptyDatabases.open(Database.H2)) {
            EmptyDatabases.run(connection, "create table account (id int primary key, name varchar)");
            Refinement refinement = Refinement.builder()
                    .renameTable("account", "Account")
                    .renameTable("ACCOUNT", "Query")
                    .hideTable("lost")
                    .readOnly("lost")
                    .renameColumn("ACCOUNT", "NAME", "the name")
                    .hideColumn("ACCOUNT", "lost")
                    .versionColumn("ACCOUNT", "NAME")
                    .renameRelation("Account", "lost", "found")
                    .renameRelationOfTable("lost", "friends", "found")
                    .renameRelationOfTable("ACCOUNT", "friends", "found")
                    .schema("PUBLIC")
                    .schema("ELSEWHERE")
                    .build();
            assertThatThrownBy(() -> DatabaseModel.read(connection, refinement))
                    .isInstanceOf(ModelException.class)
                    .hasMessage("""
                        ELSEWHERE: there is no table in this schema. Check its name, and who may see it.
                        account: there is no such table to rename. Did you mean "ACCOUNT"?
                        lost: there is no such table to hide. Write its name as the database does.
                        lost: there is no such table to keep from writing. Write its name as the database does.
                        ACCOUNT.lost: there is no such column to hide. Write its name as the database does.
                        lost: there is no such table to rename a relation of. Write its name as the database does.
                        ACCOUNT: "Query" is no name that a type can have. Choose another one.
                        ACCOUNT.NAME: "the name" is no name that a field can have. Choose another one.
                        ACCOUNT.NAME: a version is a whole number, not TEXT. Choose another column.
                        Account.lost: there is no such relation to rename. Look at the names of the model.
                        ACCOUNT.friends: there is no such relation to rename. It has none.\
                        """);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void everyNameIsOneThatAGraphCanHave(Database database) throws SQLException {
        try (Connection connection = EmptyDatabases.open(database)) {
            EmptyDatabases.run(
                    connection,
                    "create table \"queries\" (\"__typename\" int, \"typename\" int, \"Type Name\" int, \"2nd\" int,"
                            + " \"größe\" int, \"名前\" int, \"a-b\" int, \"aB\" int, \"a_b2\" int)",
                    "create table \"名前\" (\"id\" int primary key)",
                    "create table \"order\" (\"id\" int primary key, \"lines\" int)",
                    "create table \"orders\" (\"id\" int primary key)",
                    "create table \"Orders_\" (\"id\" int primary key)",
                    "create table \"line\" (\"id\" int primary key, \"order\" int references \"order\" (\"id\"))");
            Model model = DatabaseModel.read(connection, Refinement.none());
            assertThat(model.tables().stream().map(table -> table.typeName() + " " + table.name()))
                    .containsExactly(
                            "Line line",
                            "Order order",
                            "Order2 orders",
                            "Orders Orders_",
                            "QueryRow queries",
                            "Table6 名前");
            assertThat(model.table("QueryRow").columns().stream().map(Column::fieldName))
                    .containsExactly(
                            "typename", "typename2", "typeName", "_2nd", "groE", "column6", "aB", "aB2", "aB22");
        }
    }

    @Test
    void typesOfPostgres() throws SQLException {
        try (Connection connection = EmptyDatabases.open(Database.POSTGRESQL)) {
            EmptyDatabases.run(
                    connection,
                    "create type mood as enum ('sad', 'happy')",
                    "create domain email as varchar(60) not null",
                    "create extension citext",
                    """
                    create table every (
                        id int generated always as identity primary key,
                        mood mood not null, email email, moods mood[], tags text[], label citext, address inet,
                        spot point, span interval, body jsonb, big numeric, price numeric(12, 3), code uuid,
                        at timestamptz, "when" timestamp, "time" time, flag bool, letter char(3), data bytea, small int2,
                        twice int generated always as (small * 2) stored)\
                    """,
                    "create unique index on every (lower(label))",
                    "create unique index on every (code) include (flag)",
                    "create unique index on every (small) where flag",
                    "create table parts (id int, part int) partition by list (part)",
                    "create table part_one partition of parts for values in (1)",
                    "create materialized view counts as select count(*) as rows from every",
                    "comment on table every is 'One of each'",
                    "comment on column every.mood is 'How it is'",
                    "comment on materialized view counts is 'How many'");
            Model model = DatabaseModel.read(connection, Refinement.none());
            assertThat(ModelText.of(model)).isEqualTo("""
                Count = counts, read only
                  rows bigint nullable filterable sortable

                Every = every
                  id integer filterable sortable defaulted generated reference
                  mood text filterable sortable
                  email text(60) filterable sortable
                  moods text nullable generated
                  tags text nullable generated
                  label text nullable filterable sortable
                  address text nullable filterable sortable
                  spot text nullable generated
                  span text nullable generated
                  body json nullable
                  big decimal nullable filterable sortable
                  price decimal(12, 3) nullable filterable sortable
                  code uuid nullable filterable sortable
                  at instant nullable filterable sortable
                  when timestamp nullable filterable sortable
                  time time nullable filterable sortable
                  flag boolean nullable filterable sortable
                  letter text(3) nullable filterable sortable
                  data binary nullable
                  small integer nullable filterable sortable
                  twice integer nullable filterable sortable generated
                  key (id)
                  unique findByCode (code)

                Part = parts
                  id integer nullable filterable sortable
                  part integer nullable filterable sortable
                """);
            Table every = model.table("Every");
            assertThat(every.columns().stream().map(column -> column.type().databaseName()))
                    .containsExactly(
                            "int4",
                            "mood",
                            "email",
                            "mood[]",
                            "text[]",
                            "citext",
                            "inet",
                            "point",
                            "interval",
                            "jsonb",
                            "numeric",
                            "numeric",
                            "uuid",
                            "timestamptz",
                            "timestamp",
                            "time",
                            "bool",
                            "bpchar",
                            "bytea",
                            "int2",
                            "int4");
            assertThat(every.description()).isEqualTo("One of each");
            assertThat(every.column("mood").description()).isEqualTo("How it is");
            assertThat(model.table("Count").description()).isEqualTo("How many");
        }
    }

    @Test
    void typesOfH2() throws SQLException {
        try (Connection connection = EmptyDatabases.open(Database.H2)) {
            EmptyDatabases.run(
                    connection,
                    """
                    create table every (
                        id int generated always as identity primary key,
                        mood enum('sad', 'happy') not null, tags varchar array, span interval day, body json, big decfloat,
                        price numeric(12, 3), code uuid, at timestamp with time zone, moment timestamp, clock time,
                        flag boolean, letter char(3), text varchar, long clob, bytes varbinary(5), data blob,
                        small smallint, single real, twice int generated always as (small * 2))\
                    """,
                    "comment on table every is 'One of each'",
                    "comment on column every.mood is 'How it is'");
            Model model = DatabaseModel.read(connection, Refinement.none());
            assertThat(ModelText.of(model)).isEqualTo("""
                Every = every
                  id integer filterable sortable defaulted generated reference
                  mood text filterable sortable
                  tags text nullable generated
                  span text nullable generated
                  body json nullable
                  big decimal nullable filterable sortable
                  price decimal(12, 3) nullable filterable sortable
                  code uuid nullable filterable sortable
                  at instant nullable filterable sortable
                  moment timestamp nullable filterable sortable
                  clock time nullable filterable sortable
                  flag boolean nullable filterable sortable
                  letter text(3) nullable filterable sortable
                  text text nullable filterable sortable
                  long text nullable filterable sortable
                  bytes binary(5) nullable
                  data binary nullable
                  small integer nullable filterable sortable
                  single double nullable filterable sortable
                  twice integer nullable filterable sortable generated
                  key (id)
                """);
            Table every = model.table("Every");
            assertThat(every.description()).isEqualTo("One of each");
            assertThat(every.columns().get(1).description()).isEqualTo("How it is");
        }
    }

    @Test
    void typesAndKeysOfSqlite() throws SQLException {
        try (Connection connection = EmptyDatabases.open(Database.SQLITE)) {
            EmptyDatabases.run(
                    connection,
                    "create table Artist (ArtistId integer primary key, Name nvarchar(120))",
                    """
                    create table Album (
                        AlbumId integer primary key, artistid int references ARTIST, gone int references Nowhere (Id),
                        Price numeric(10,2) default 1, At datetime, Body json, Anything, Ratio float, Data blob,
                        Twice int generated always as (Price * 2))\
                    """,
                    "create unique index Lower on Album (lower(Anything))",
                    "create unique index Part on Album (Price) where At is null",
                    "create unique index Whole on Album (Price, At)");
            assertThat(ModelText.of(DatabaseModel.read(connection, Refinement.none())))
                    .isEqualTo("""
                        Album = album
                          albumId bigint filterable sortable defaulted reference
                          artistid bigint nullable filterable sortable reference
                          gone integer nullable filterable sortable
                          price decimal(10, 2) nullable filterable sortable defaulted
                          at timestamp nullable filterable sortable
                          body json nullable
                          anything text nullable filterable sortable
                          ratio double nullable filterable sortable
                          data binary nullable
                          twice integer nullable filterable sortable generated
                          key (albumId)
                          unique findByPriceAndAt (price, at)
                          artistidArtist: belongs-to Artist by Album(artistid) = Artist(artistId)

                        Artist = artist
                          artistId bigint filterable sortable defaulted reference
                          name text(120) nullable filterable sortable
                          key (artistId)
                          albums: has [Album] by Artist(artistId) = Album(artistid)
                        """);
        }
    }

    /** Schemas of SQLite are files, between which there are no foreign keys. */
    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2", "POSTGRESQL"})
    void readsOtherSchemas(Database database) throws SQLException {
        try (Connection connection = EmptyDatabases.open(database)) {
            EmptyDatabases.run(
                    connection,
                    "create schema \"my_sales\"",
                    "create schema \"myXsales\"",
                    "create table \"account\" (\"id\" int primary key)",
                    "create table \"my_sales\".\"account\" (\"id\" int primary key)",
                    "create table \"my_sales\".\"deal\" (\"id\" int primary key, \"account_id\" int references \""
                            + connection.getSchema() + "\".\"account\")",
                    "create table \"myXsales\".\"hidden\" (\"id\" int primary key)");
            Model model = DatabaseModel.read(
                    connection,
                    Refinement.builder()
                            .schema(connection.getSchema())
                            .schema("my_sales")
                            .renameTable("my_sales.deal", "Sale")
                            .build());
            assertThat(model.tables().stream().map(table -> table.typeName() + " " + table))
                    .containsExactly("Account account", "MySalesAccount my_sales.account", "Sale my_sales.deal");
            assertThat(model.table("Sale").relation("account").target()).isEqualTo(model.table("Account"));
        }
    }

    /** An index that a foreign key makes for itself is one like any other. */
    private static String homeTeamId(Database database) {
        return database == Database.H2 || database.isMysqlFamily()
                ? "homeTeamId integer filterable sortable reference"
                : "homeTeamId integer reference";
    }

    private static String awayTeamId(Database database) {
        return database == Database.H2 || database.isMysqlFamily()
                ? "awayTeamId integer nullable filterable sortable reference"
                : "awayTeamId integer nullable reference";
    }
}
