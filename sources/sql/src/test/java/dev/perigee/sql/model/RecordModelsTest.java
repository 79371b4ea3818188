package dev.perigee.sql.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perigee.sql.BelongsTo;
import dev.perigee.sql.Defaulted;
import dev.perigee.sql.Digits;
import dev.perigee.sql.Filterable;
import dev.perigee.sql.Generated;
import dev.perigee.sql.Has;
import dev.perigee.sql.HasThrough;
import dev.perigee.sql.Hidden;
import dev.perigee.sql.Json;
import dev.perigee.sql.Key;
import dev.perigee.sql.MaxLength;
import dev.perigee.sql.NotNull;
import dev.perigee.sql.Sortable;
import dev.perigee.sql.Unique;
import dev.perigee.sql.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordModelsTest {
    private enum Rank {
        LOW,
        HIGH
    }

    @dev.perigee.sql.Table(value = "every", description = "One of each")
    private record EveryKind(
            @Key @Defaulted long id,
            boolean flag,
            byte tiny,
            Short small,
            int whole,
            @Filterable Long wide,
            float single,
            @Sortable Double twice,
            @Digits(value = 10, scale = 2) BigDecimal price,
            @NotNull @MaxLength(40) String name,
            @Json String settings,
            Rank rank,
            UUID code,
            LocalDate day,
            LocalTime hour,
            LocalDateTime moment,
            @Generated Instant created,
            @Hidden @MaxLength(32) byte[] secret,

            @dev.perigee.sql.Column(value = "lock", description = "Writes so far") @Version
            int version,

            @Nullable String note) {}

    private record Player(
            @Key long id,
            @NotNull @MaxLength(40) String name,
            @Unique("findByEmail") String email,
            @Unique("findByShopAndNumber") long shopId,
            @Unique("findByShopAndNumber") int number,
            Long mentorId,
            @BelongsTo(by = "mentorId") Player mentor,
            @Has(by = "mentorId") List<Player> students,
            @Has(by = "playerEmail", references = "email") Profile profile,
            @Has(by = "playerId") List<Membership> memberships,
            @HasThrough({"memberships", "guild"}) List<Guild> guilds,

            @HasThrough(
                    value = {"guilds", "members"},
                    distinct = true)
            List<Player> guildmates,

            @HasThrough({"mentor", "profile"}) Profile mentorProfile) {}

    private record Profile(
            @Key long id,
            String playerEmail,

            @BelongsTo(by = "playerEmail", references = "email")
            Player player) {}

    private record Membership(
            @Key long playerId,
            @Key String realm,
            @Key int guildNumber,
            @BelongsTo(by = "playerId") Player player,
            @BelongsTo(by = {"realm", "guildNumber"}) Guild guild) {}

    private record Guild(
            @Key String realm,
            @Key int number,
            @Has(by = {"realm", "guildNumber"}) List<Membership> memberships,
            @HasThrough({"memberships", "player"}) List<Player> members) {}

    @Test
    void everyKindOfColumn() {
        Model model = RecordModels.of(EveryKind.class);
        assertThat(ModelText.of(model)).isEqualTo("""
            EveryKind = every
              id bigint filterable sortable defaulted reference
              flag boolean
              tiny integer
              small integer nullable
              whole integer
              wide bigint nullable filterable
              single double
              twice double nullable sortable
              price decimal(10, 2) nullable
              name text(40)
              settings json nullable
              rank text nullable
              code uuid nullable
              day date nullable
              hour time nullable
              moment timestamp nullable
              created instant nullable generated
              secret binary(32) nullable hidden
              version integer version
              note text nullable
              key (id)
            """);
        Table table = model.tables().getFirst();
        assertThat(table.description()).isEqualTo("One of each");
        assertThat(table.versionColumn()).isEqualTo(table.column("lock"));
        assertThat(table.columns().get(18).description()).isEqualTo("Writes so far");
        assertThat(table.recordClass()).isEqualTo(EveryKind.class);
    }

    @Test
    void relationsOfAllKinds() {
        Model model = RecordModels.of(Player.class, Profile.class, Membership.class, Guild.class);
        assertThat(ModelText.of(model)).isEqualTo("""
            Player = player
              id bigint filterable sortable reference
              name text(40)
              email text nullable
              shopId bigint
              number integer
              mentorId bigint nullable reference
              key (id)
              unique findByEmail (email)
              unique findByShopAndNumber (shopId, number)
              mentor: belongs-to Player by Player(mentorId) = Player(id)
              students: has [Player] by Player(id) = Player(mentorId)
              profile: has Profile by Player(email) = Profile(playerEmail)
              memberships: has [Membership] by Player(id) = Membership(playerId)
              guilds: has-through [Guild] by Player(id) = Membership(playerId), Membership(realm, guildNumber) = Guild(realm, number)
              guildmates: has-through [Player] by Player(id) = Membership(playerId), Membership(realm, guildNumber) = Guild(realm, number), Guild(realm, number) = Membership(realm, guildNumber), Membership(playerId) = Player(id), distinct
              mentorProfile: has-through Profile by Player(mentorId) = Player(id), Player(email) = Profile(playerEmail)

            Profile = profile
              id bigint filterable sortable reference
              playerEmail text nullable reference
              key (id)
              player: belongs-to Player by Profile(playerEmail) = Player(email)

            Membership = membership
              playerId bigint filterable sortable reference
              realm text filterable sortable reference
              guildNumber integer filterable sortable reference
              key (playerId, realm, guildNumber)
              player: belongs-to Player! by Membership(playerId) = Player(id)
              guild: belongs-to Guild! by Membership(realm, guildNumber) = Guild(realm, number)

            Guild = guild
              realm text filterable sortable reference
              number integer filterable sortable reference
              key (realm, number)
              memberships: has [Membership] by Guild(realm, number) = Membership(realm, guildNumber)
              members: has-through [Player] by Guild(realm, number) = Membership(realm, guildNumber), Membership(playerId) = Player(id)
            """);
        assertThat(model.table("Player").column("mentor_id").fieldName()).isEqualTo("mentorId");
    }

    private record Wrong(
            long id,
            Object thing,
            Map<String, String> map,
            Correct loose,
            @MaxLength(3) int number,
            @Digits(2) String digits,
            @Digits(value = 2, scale = 3) BigDecimal scale,
            @Json int json,
            @NotNull @Nullable String both,
            @Filterable byte[] filtered,
            @Hidden @Filterable String hidden,
            @Version String version,
            @dev.perigee.sql.Column("id") long twin,
            @Unique("find it") String unique,
            @Has(by = "wrongId") List<Correct> unknown,
            @Has(by = "code") List<Correct> keyless,
            @BelongsTo(by = "twin") List<Correct> list,
            @BelongsTo(by = "number") Correct kinds,
            @BelongsTo(by = {"id", "twin"}) Correct count,
            @BelongsTo(by = "digits", references = "code") Correct notUnique,
            @BelongsTo(by = "id") @Key Correct keyed,
            @BelongsTo(by = "id") @Has(by = "id") Correct two,
            @BelongsTo(by = "id") Absent absent,
            @BelongsTo(by = "id") String text,
            @HasThrough({"kinds"}) Correct through,
            @HasThrough({"missing", "kinds"}) Correct nowhere,
            @HasThrough({"keyed", "self"}) Wrong elsewhere,
            @HasThrough({"keyed", "many"}) Correct several,
            @HasThrough({"endless", "self"}) List<Correct> endless) {}

    private record Correct(
            @Key long id,
            String code,
            Long selfId,
            @BelongsTo(by = "selfId") Correct self,
            @Has(by = "selfId") List<Correct> many) {}

    private record Absent(@Key long id) {}

    @dev.perigee.sql.Table(value = "correct", type = "Correct")
    private record Same(@Key long id) {}

    @dev.perigee.sql.Table(type = "Query")
    private record Query(@Key long id) {}

    @Test
    void tellsAllMistakesAtOnce() {
        ModelException thrown = catchThrowableOfType(
                ModelException.class,
                () -> RecordModels.of(Wrong.class, Correct.class, Same.class, Query.class, Correct.class));
        assertThat(thrown).hasMessage("""
            Wrong.thing: no column has the type java.lang.Object. Use a primitive or its box, an enum, String, BigDecimal, UUID, byte[], Instant, LocalDate, LocalTime or LocalDateTime.
            Wrong.map: no column has the type java.util.Map<java.lang.String, java.lang.String>. Use a primitive or its box, an enum, String, BigDecimal, UUID, byte[], Instant, LocalDate, LocalTime or LocalDateTime.
            Wrong.loose: no column has the type dev.perigee.sql.model.RecordModelsTest$Correct. Say how the records are related: @Has, @BelongsTo or @HasThrough.
            Wrong.number: @MaxLength does not fit int: only text and binary have a length. Remove it.
            Wrong.digits: @Digits does not fit String: only decimals have digits. Make it a BigDecimal.
            Wrong.scale: @Digits are 2 with a scale of 3. Use at least 1, and a scale from 0 to all.
            Wrong.json: @Json does not fit int: JSON is text. Make it a String.
            Wrong.both: @Nullable does not fit String: it is @NotNull too. Remove one of them.
            Wrong.filtered: BINARY can't be compared, so it is no key, filter or order. Remove @Key, @Filterable, @Sortable.
            Wrong.hidden: it is hidden, so no client can filter or order by it. Remove one or the other.
            Wrong.version: @Version does not fit String: a version is a whole number. Make it an int or a long.
            Wrong.unique: "find it" is no name that a graph can have. Use letters, digits and underscores, and not two underscores in front.
            Wrong.list: a row belongs to one at most. Use @Has, or no list.
            Wrong.keyed: @Key is for columns only. Remove it.
            Wrong.two: it has several associations. Keep one of @BelongsTo, @Has.
            Wrong.text: an association leads to a record or a list of records, not to java.lang.String. Make it a record that has a table, or a List of it.
            Wrong: it has no key. Mark the components of the primary key with @Key, or the table as readOnly.
            Wrong.twin: its column id is that of id too. Name another one with @Column.
            Query: the type Query is the graph's own. Name another one with @Table(type = …).
            Correct: the record is given twice. Give it once.
            dev.perigee.sql.model.RecordModelsTest$Same: its type Correct is that of dev.perigee.sql.model.RecordModelsTest$Correct too. Name another one with @Table(type = …).
            Same: its table correct is that of Correct too. Name another one with @Table.
            Wrong.unknown: "wrongId" is no column of Correct. Name one of id, code, selfId.
            Wrong.keyless: it goes by code of Correct, and refers to nothing of Wrong. Name as many on both sides, in the same order, with by and references.
            Wrong.kinds: Wrong.number is INTEGER, and Correct.id, which it refers to, is BIGINT. Give both the same type.
            Wrong.count: it goes by id, twin of Wrong, and refers to id of Correct. Name as many on both sides, in the same order, with by and references.
            Wrong.notUnique: several rows of Correct may have the same code. Mark what it references with @Unique there.
            Wrong.absent: the record Absent is not part of the model. Give it to RecordModels.of as well.
            Wrong.through: its path has less than two relations. Name the way there, one relation after the other.
            Wrong.nowhere: "missing" is no relation of Wrong. Name one of unknown, keyless, list, kinds, count, notUnique, keyed, absent, through, nowhere, elsewhere, several, endless.
            Wrong.elsewhere: its path leads to Correct, not to Wrong. Make it a Correct, or take another way.
            Wrong.several: its path may lead to several rows. Make it a List.
            Wrong.endless: its path leads through itself. Take another way.\
            """);
        assertThat(thrown.problems()).hasSize(33);
    }

    @Test
    void aReadOnlyRecordNeedsNoKey() {
        @dev.perigee.sql.Table(readOnly = true)
        record Report(String title) {}
        assertThat(ModelText.of(RecordModels.of(Report.class))).isEqualTo("""
            Report = report, read only
              title text nullable
            """);
    }
}
