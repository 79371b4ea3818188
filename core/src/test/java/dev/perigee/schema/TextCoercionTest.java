package dev.perigee.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TextCoercionTest {
    private static final TextCoercion<LocalDate> DATE = new TextCoercion<>("Date", LocalDate.class, LocalDate::parse);

    @Test
    void text_comes_in_and_goes_out() throws CoercionException {
        assertThat(DATE.coerceInput("2026-02-28")).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(DATE.coerceResult(LocalDate.of(2026, 2, 28))).isEqualTo("2026-02-28");
        assertThat(DATE.coerceResult("2026-02-28")).isEqualTo("2026-02-28");
    }

    @Test
    void what_is_none_is_told() {
        assertThatThrownBy(() -> DATE.coerceInput("2026-02-30"))
                .isInstanceOf(CoercionException.class)
                .hasMessage("Date cannot represent value: \"2026-02-30\"");
        assertThatThrownBy(() -> DATE.coerceInput(7)).hasMessage("Date cannot represent value: 7");
        assertThatThrownBy(() -> new TextCoercion<>("Url", URI.class, URI::create).coerceResult("a b"))
                .hasMessage("Url cannot represent value: \"a b\"");
    }
}
