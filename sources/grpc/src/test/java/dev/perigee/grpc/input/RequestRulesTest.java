package dev.perigee.grpc.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.perigee.data.ClientException;
import dev.perigee.grpc.testing.input.Address;
import dev.perigee.grpc.testing.input.BrokenRequest;
import dev.perigee.grpc.testing.input.FreeRequest;
import dev.perigee.grpc.testing.input.Kitchen3;
import dev.perigee.grpc.testing.input.Member;
import dev.perigee.grpc.testing.input.RegisterRequest;
import dev.perigee.grpc.testing.input.UpdateMemberRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequestRulesTest {
    private static final RequestRules RULES = Objects.requireNonNull(RequestRules.of(
            GraphForms.of(RegisterRequest.getDescriptor()), EncodeOptions.DEFAULTS.withArgument("input")));

    static Stream<Arguments> violations() {
        return Stream.of(
                Arguments.of(valid().setDisplayName("a"), "input.displayName", "string.min_len"),
                Arguments.of(valid().setNickName("Ada L."), "input", "request.names_differ"),
                Arguments.of(valid().clearHomeAddress(), "input.homeAddress", "required"),
                Arguments.of(
                        valid().setHomeAddress(address().setZipCode("x")),
                        "input.homeAddress.zipCode",
                        "string.pattern"),
                Arguments.of(
                        valid().setHomeAddress(address().clearStreetName()),
                        "input.homeAddress.streetName",
                        "required"),
                Arguments.of(
                        valid().addFormerAddresses(address())
                                .addFormerAddresses(address().clearStreetName()),
                        "input.formerAddresses[1].streetName",
                        "required"),
                Arguments.of(valid().addTags("a").addTags(""), "input.tags[1]", "string.min_len"),
                Arguments.of(valid().addAllTags(List.of("a", "b", "c", "d")), "input.tags", "repeated.max_items"),
                Arguments.of(
                        valid().putOtherAddresses(
                                        "home", address().setZipCode("x").build()),
                        "input.otherAddresses[\"home\"].zipCode",
                        "string.pattern"),
                Arguments.of(
                        valid().putOtherAddresses("h", address().build()),
                        "input.otherAddresses[\"h\"]",
                        "string.min_len"),
                Arguments.of(valid().clearContact(), "input.contact", "required"),
                Arguments.of(valid().setEmailAddress("nobody"), "input.contact.emailAddress", "string.email"),
                Arguments.of(valid().setAge(-1), "input.age", "age.plausible"));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void say_where_in_the_arguments(RegisterRequest.Builder request, String path, String rule) {
        assertThatExceptionOfType(ClientException.class)
                .isThrownBy(() -> RULES.check(request.build().toByteArray()))
                .satisfies(error -> assertThat(error.code()).isEqualTo("INVALID_ARGUMENT"))
                .satisfies(
                        error -> assertThat(error).hasMessageStartingWith("Argument \"" + path + "\" is not valid: "))
                .satisfies(error -> assertThat(error.extensions())
                        .extracting("violations")
                        .asInstanceOf(LIST)
                        .singleElement(MAP)
                        .containsEntry("path", path)
                        .containsEntry("rule", rule)
                        .containsKey("message"));
    }

    @Test
    void let_a_valid_request_through() {
        assertThatCode(() -> RULES.check(valid().build().toByteArray())).doesNotThrowAnyException();
    }

    @Test
    void say_all_that_is_wrong_in_words() {
        byte[] request = valid().setDisplayName("a")
                .setHomeAddress(address().setZipCode("x"))
                .build()
                .toByteArray();

        assertThatExceptionOfType(ClientException.class)
                .isThrownBy(() -> RULES.check(request))
                .withMessage("Argument \"input.displayName\" is not valid: must be at least 2 characters."
                        + " It is the first of 2 rules that are broken.")
                .satisfies(error -> assertThat(error.extensions())
                        .isEqualTo(Map.of(
                                "violations",
                                List.of(
                                        Map.of(
                                                "path",
                                                "input.displayName",
                                                "rule",
                                                "string.min_len",
                                                "message",
                                                "must be at least 2 characters"),
                                        Map.of(
                                                "path",
                                                "input.homeAddress.zipCode",
                                                "rule",
                                                "string.pattern",
                                                "message",
                                                "does not match regex pattern `^[0-9]{5}$`")))));
    }

    @Test
    void number_zero_is_a_number() {
        byte[] request =
                valid().setHomeAddress(address().setHouseNumber(0)).build().toByteArray();

        assertThatCode(() -> RULES.check(request)).doesNotThrowAnyException();
    }

    @Test
    void require_nothing_below_an_update_mask_but_the_resource() {
        RequestRules rules = Objects.requireNonNull(RequestRules.of(UpdateMemberRequest.getDescriptor()));

        assertThat(rules.violations(UpdateMemberRequest.getDefaultInstance()))
                .containsExactly(new RuleViolation("member", "required", "value is required"));
        assertThat(rules.violations(UpdateMemberRequest.newBuilder()
                        .setMember(Member.newBuilder().setRank(1))
                        .build()))
                .isEmpty();
    }

    @Test
    void are_none_where_the_idl_has_none() {
        assertThat(RequestRules.of(FreeRequest.getDescriptor())).isNull();
        assertThat(RequestRules.of(Kitchen3.getDescriptor())).isNull();
    }

    @Test
    void are_named_when_they_cannot_be_compiled() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> RequestRules.of(BrokenRequest.getDescriptor()))
                .withMessageStartingWith("A validation rule of dev.perigee.input.BrokenRequest can't be compiled: ");
    }

    @Test
    void are_found_in_options_that_nobody_knew() throws Exception {
        Descriptor unknowing = linkedWithoutOptions("RegisterRequest");

        RequestRules rules = Objects.requireNonNull(RequestRules.of(unknowing));

        assertThatExceptionOfType(ClientException.class)
                .isThrownBy(
                        () -> rules.check(valid().setDisplayName("a").build().toByteArray()))
                .withMessageStartingWith("Argument \"display_name\" is not valid: ");
    }

    @Test
    void refuse_bytes_that_are_no_request() {
        byte[] malformed = ByteString.fromHex("0aff").toByteArray();

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> RULES.check(malformed))
                .withMessage("Not a dev.perigee.input.RegisterRequest");
    }

    /** As a descriptor set is read without a registry of extensions. */
    private static Descriptor linkedWithoutOptions(String message) throws Exception {
        FileDescriptor generated = RegisterRequest.getDescriptor().getFile();
        FileDescriptorProto file =
                FileDescriptorProto.parseFrom(generated.toProto().toByteArray());
        FileDescriptor[] imports = generated.getDependencies().toArray(FileDescriptor[]::new);
        return FileDescriptor.buildFrom(file, imports).findMessageTypeByName(message);
    }

    private static RegisterRequest.Builder valid() {
        return RegisterRequest.newBuilder()
                .setDisplayName("Ada L.")
                .setHomeAddress(address())
                .setPhoneNumber("1");
    }

    private static Address.Builder address() {
        return Address.newBuilder().setZipCode("12345").setStreetName("Main").setHouseNumber(1);
    }
}
