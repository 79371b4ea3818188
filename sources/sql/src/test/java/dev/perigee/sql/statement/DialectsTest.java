package dev.perigee.sql.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectsTest {
    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL", "SQLite", "MariaDB", "MySQL"})
    void areKnownByTheNameOfTheProduct(String product) throws SQLException {
        assertThat(Dialects.named(product).name()).isEqualTo(product);
    }

    @Test
    void anUnknownDatabaseIsToldWhichOnesAreKnown() {
        assertThatThrownBy(() -> Dialects.named("Oracle"))
                .isInstanceOf(SQLException.class)
                .hasMessage("The database is \"Oracle\"; Perigee knows H2, MariaDB, MySQL, PostgreSQL, SQLite.");
    }

    @Test
    void onlyMySqlGivesNoInsertedRows() throws SQLException {
        assertThat(Dialects.named("MySQL").returnsInserted()).isFalse();
        assertThat(Dialects.named("MariaDB").returnsInserted()).isTrue();
        assertThat(Dialects.named("MariaDB").connectionSetup()).isEqualTo(List.of("set time_zone = '+00:00'"));
        assertThat(Dialects.named("PostgreSQL").connectionSetup()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 4", "5, 8", "512, 512", "513, 1024"})
    void listsAreFilledUpToPowersOfTwo(int size, int padded) {
        assertThat(Padding.size(size)).isEqualTo(padded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a%b_c     a%b_c     a*b?c",
                "50\\%%    50!%%     50%*",
                "a\\_b     a!_b      a_b",
                "a!b       a!!b      a!b",
                "a*?[b     a*?[b     a[*][?][[]b",
                "\\a\\\\     a\\       a\\",
                "end\\     end\\     end\\",
            })
    void patternsAreTranslated(String line) {
        String[] forms = line.split(" +");
        assertThat(LikePattern.of(forms[0]).escapedBy('!')).isEqualTo(forms[1]);
        assertThat(LikePattern.of(forms[0]).glob()).isEqualTo(forms[2]);
    }
}
