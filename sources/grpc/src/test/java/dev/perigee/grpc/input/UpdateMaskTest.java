package dev.perigee.grpc.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perigee.data.ClientException;
import dev.perigee.grpc.testing.input.UpdateMemberRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateMaskTest {
    private static final MessageEncoder ENCODER = MessageEncoder.of(
            GraphForms.of(UpdateMemberRequest.getDescriptor()), EncodeOptions.DEFAULTS.withArgument("input"));

    static Stream<Arguments> updates() {
        return Stream.of(
                Arguments.of(Map.of("displayName", "a", "rank", 0), List.of("display_name", "rank")),
                Arguments.of(Map.of("name", "members/1", "rank", 5), List.of("rank")),
                Arguments.of(one("displayName", null), List.of("display_name")),
                Arguments.of(one("motto", null), List.of("motto")),
                Arguments.of(one("place", null), List.of("place")),
                Arguments.of(Map.of("place", Map.of()), List.of("place")),
                Arguments.of(Map.of("place", Map.of("zipCode", "12345")), List.of("place.zip_code")),
                Arguments.of(Map.of("place", one("zipCode", null)), List.of("place.zip_code")),
                Arguments.of(Map.of("tags", List.of()), List.of("tags")),
                Arguments.of(one("tags", null), List.of("tags")),
                Arguments.of(Map.of("labels", List.of(Map.of("key", "a", "value", "b"))), List.of("labels")),
                Arguments.of(Map.of("contact", Map.of("emailAddress", "a@b.c")), List.of("email_address")),
                Arguments.of(
                        Map.of("contact", Map.of("meetingPoint", Map.of("zipCode", "1"))),
                        List.of("meeting_point.zip_code")),
                Arguments.of(one("contact", null), List.of("email_address", "meeting_point")));
    }

    @ParameterizedTest
    @MethodSource("updates")
    void names_what_was_given(Map<String, Object> member, List<String> paths) throws Exception {
        byte[] bytes = ENCODER.encode(Map.of("member", member, "requestId", "r"));

        assertThat(UpdateMemberRequest.parseFrom(bytes).getUpdateMask().getPathsList())
                .isEqualTo(paths);
    }

    @Test
    void an_update_of_nothing_is_refused_since_an_empty_mask_may_mean_everything() {
        assertThatExceptionOfType(ClientException.class)
                .isThrownBy(() -> ENCODER.encode(Map.of("member", Map.of("name", "members/1"))))
                .withMessage("Argument \"input.member\": It has nothing to update. Give the fields that change; null"
                        + " clears one.");
    }

    @Test
    void null_clears_below_the_resource_only() {
        assertThatExceptionOfType(ClientException.class)
                .isThrownBy(() -> ENCODER.encode(one("requestId", null)))
                .withMessageStartingWith("Argument \"input.requestId\": It is null");
    }

    private static Map<String, Object> one(String name, Object value) {
        Map<String, Object> map = new HashMap<>();
        map.put(name, value);
        return Collections.unmodifiableMap(map);
    }
}
