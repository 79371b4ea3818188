package dev.perigee.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentEntriesTest {
    private final RecentEntries<String, Integer> entries = new RecentEntries<>(2);

    @Test
    void what_was_not_used_for_the_longest_time_goes() {
        entries.put("a", 1);
        entries.put("b", 2);
        entries.get("a");
        entries.put("c", 3);
        assertThat(entries.get("b")).isNull();

        entries.update("a", before -> before == null ? 0 : before + 1);
        entries.update("d", before -> before == null ? 0 : before + 1);
        assertThat(entries.get("a")).isEqualTo(2);
        assertThat(entries.get("c")).isNull();
        assertThat(entries.get("d")).isZero();
    }

    @Test
    void only_the_value_that_is_meant_is_removed() {
        entries.put("a", 1);
        entries.remove("a", 2);
        assertThat(entries.get("a")).isEqualTo(1);
        entries.remove("a", 1);
        assertThat(entries.get("a")).isNull();
    }
}
