package dev.perigee.sql.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteTimeTest {
    @Test
    void textsComeBackAndSortAsTimes() {
        Random random = new Random(8);
        TreeMap<String, LocalDateTime> sorted = new TreeMap<>();
        for (int i = 0; i < 2_000; i++) {
            int unit = random.nextBoolean() ? 1 : random.nextBoolean() ? 1_000_000 : 100_000_000;
            LocalDateTime time = LocalDateTime.of(
                            random.nextInt(10_000), 1 + random.nextInt(12), 1, random.nextInt(3), 0)
                    .plusSeconds(random.nextInt(2))
                    .plusNanos((long) random.nextInt(1_000_000_000) / unit * unit);
            assertThat(SqliteTime.dateTime(SqliteTime.write(time))).isEqualTo(time);
            sorted.put(SqliteTime.write(time), time);
        }
        assertThat(sorted.values().stream().toList()).isSorted();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29 13:45:00, 2024-02-29T13:45",
        "2024-02-29T13:45:00.250Z, 2024-02-29T13:45:00.250",
        "2024-02-29 13:45, 2024-02-29T13:45",
    })
    void formsThatOthersWriteAreRead(String text, LocalDateTime time) {
        assertThat(SqliteTime.dateTime(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-02-29",
                "2024-02-30 00:00:00",
                "2024-02-29 1:00",
                "2024-02-29 10:00:00+02:00",
                "1700000000000",
                "2024-02-29 10:00:00.1234567890"
            })
    void otherFormsAreRefused(String text) {
        assertThatThrownBy(() -> SqliteTime.dateTime(text)).isInstanceOf(RuntimeException.class);
    }
}
