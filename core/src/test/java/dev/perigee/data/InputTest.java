package dev.perigee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InputTest {
    @Test
    void absent_null_and_a_value_are_three_things() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("none", null);
        values.put("some", 1);
        Arguments arguments = Arguments.of(values);
        assertThat(arguments.given("absent", Integer.class::cast)).isEqualTo(Given.absent());
        assertThat(arguments.given("none", Integer.class::cast)).isEqualTo(Given.of(null));
        assertThat(arguments.given("some", Integer.class::cast)).isEqualTo(Given.of(1));
        assertThat(arguments.<Integer>find("none", Integer.class::cast)).isNull();
        assertThatThrownBy(() -> arguments.read("none", Integer.class::cast))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No argument \"none\"; there are [none, some]");
    }

    @Test
    void lists_are_read_item_by_item() {
        Object input = List.of(List.of("1"), List.of());
        assertThat(Input.list(Input.list(Input::integer)).apply(input)).containsExactly(List.of(1), List.of());
        assertThat(Input.listOfNullable(Input::longInteger).apply(Arrays.asList("1", null)))
                .containsExactly(1L, null);
    }

    @Test
    void numbers_and_ids_become_what_java_code_has() {
        assertThat(Input.decimal(1.5)).isEqualTo(new BigDecimal("1.5"));
        assertThat(Input.longInteger(7)).isEqualTo(7L);
        assertThat(Input.uuid("00000000-0000-0000-0000-000000000001")).isEqualTo(new UUID(0, 1));
    }

    @Test
    void an_id_of_another_form_is_the_clients_mistake() {
        assertThatThrownBy(() -> Input.uuid("7"))
                .isInstanceOfSatisfying(
                        ClientException.class, e -> assertThat(e.code()).isEqualTo("BAD_USER_INPUT"))
                .hasMessage("\"7\" is not the id of anything: no UUID.");
        assertThatThrownBy(() -> Input.longInteger("x".repeat(1_000)))
                .isInstanceOf(ClientException.class)
                .hasMessage("\"" + "x".repeat(60) + "…\" is not the id of anything: no number.");
    }
}
