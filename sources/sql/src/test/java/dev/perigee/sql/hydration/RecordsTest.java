package dev.perigee.sql.hydration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.sql.Records;
import dev.perigee.sql.SqlSource;
import dev.perigee.sql.database.Database;
import dev.perigee.sql.database.SqlLimits;
import dev.perigee.sql.database.TestDatabase;
import dev.perigee.sql.database.TestDatabases;
import dev.perigee.sql.hydration.Accounts.Account;
import dev.perigee.sql.hydration.Accounts.Player;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordsTest {
    private final Recorder recorder = new Recorder();

    static Stream<TestDatabase> databases() {
        return TestDatabases.all();
    }

    private SqlSource source(TestDatabase database) throws Exception {
        Accounts.create(database);
        Database recorded = Database.of(recorder.over(database.dataSource()), 4, SqlLimits.DEFAULT);
        SqlSource source = SqlSource.builder(recorded, Accounts.MODEL).build();
        recorder.take();
        return source;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void fills_what_is_selected_and_nothing_else(TestDatabase database) throws Exception {
        Records<Player> players =
                source(database).records(Player.class).select("{ name parent { username } guilds { name } }");
        var found = players.byKey(List.of(3L, 9L, 1L));
        assertThat(found.keySet()).containsExactly(3L, 1L);
        Player cid = found.get(3L);
        assertThat(cid.name()).isEqualTo("Cid");
        assertThat(cid.level()).isNull();
        assertThat(cid.parent()).isEqualTo(new Account(0, "bob", null, null));
        assertThat(cid.guilds()).extracting(Accounts.Guild::name).containsExactly("Foxes", "Owls");
        assertThat(recorder.take()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void reads_a_table_once_a_level_whichever_relations_lead_to_it(TestDatabase database) throws Exception {
        Records<Player> players = source(database)
                .records(Player.class)
                .select("{ name mentor { name pupils { name } } pupils { name mentor { name } } }");
        Player ben = players.byKey(List.of(2L)).get(2L);
        assertThat(ben.mentor().name()).isEqualTo("Ann");
        assertThat(ben.mentor().pupils()).extracting(Player::name).containsExactly("Ben", "Cid");
        assertThat(ben.pupils()).extracting(Player::name).containsExactly("Dot", "Eve");
        assertThat(ben.pupils())
                .allSatisfy(pupil -> assertThat(pupil.mentor().name()).isEqualTo("Ben"));
        assertThat(recorder.take()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void finds_by_a_unique_key(TestDatabase database) throws Exception {
        Records<Account> accounts = source(database).records(Account.class).select("{ id username players { name } }");
        var found = accounts.by("findByUsername", List.of("bob", "nobody"));
        assertThat(found.keySet()).containsExactly("bob");
        assertThat(found.get("bob").players()).extracting(Player::name).containsExactly("Cid", "Dot", "Eve");
        assertThat(recorder.take()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void reads_all_columns_unless_told_otherwise(TestDatabase database) throws Exception {
        assertThat(source(database).records(Account.class).first(2))
                .containsExactly(new Account(1, "ada", "secret", null), new Account(2, "bob", "hidden", null));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void says_what_there_is_not(TestDatabase database) throws Exception {
        Records<Player> players = source(database).records(Player.class);
        assertThatThrownBy(() -> players.select("{ nme }")).hasMessage("Player has no column \"nme\" to select");
        assertThatThrownBy(() -> players.select("{ parent }")).hasMessage("Player has no column \"parent\" to select");
        assertThatThrownBy(() -> players.select("{ pupils(first: 1) { name } }"))
                .hasMessage("A selection of records has fields without arguments only");
    }
}
