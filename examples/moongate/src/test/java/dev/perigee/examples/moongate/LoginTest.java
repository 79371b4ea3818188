package dev.perigee.examples.moongate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.data.Headers;
import dev.perigee.examples.moongate.v1.AccountsGrpc;
import dev.perigee.examples.moongate.v1.AccountsGrpc.AccountsBlockingStub;
import dev.perigee.examples.moongate.v1.GetAccountRequest;
import dev.perigee.examples.moongate.v1.GraphSelection;
import dev.perigee.examples.moongate.v1.LoginRequest;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who logs in and how, and what is kept from those who haven't: by the gateway, and by the service for all others. */
class LoginTest {
    private static final String EMAIL = "{ getAccount(id: 2) { username email } }";
    private static final GetAccountRequest EMAIL_REQUEST = GetAccountRequest.newBuilder()
            .setId(2)
            .addSelections(GraphSelection.newBuilder().setName("email"))
            .build();
    private static RunningMoongate moongate;

    @BeforeAll
    static void start() throws Exception {
        moongate = RunningMoongate.onPorts();
    }

    @AfterAll
    static void stop() throws Exception {
        moongate.close();
    }

    @BeforeEach
    void forget() {
        moongate.forget();
    }

    private static void assertError(String response, String code, String message) {
        assertThat(response).contains("\"message\":\"" + message).contains("\"code\":\"" + code + "\"");
    }

    private static String login(String username, String password) {
        return moongate.run("mutation { login(input: {username: \"%s\", password: \"%s\"}) { token } }"
                        .formatted(username, password))
                .toString();
    }

    @ParameterizedTest
    @CsvSource({"ada,password of bela", "nobody,password of nobody"})
    void nameAndPasswordMustBeRight(String username, String password) {
        assertError(login(username, password), "UNAUTHENTICATED", "Username or password is wrong.");
    }

    @ParameterizedTest
    @CsvSource({"'',password of ada", "Ada,password of ada", "ada,short", "abcdefghijklmnopqrstuvwxyz,password of ada"})
    void whatBreaksARuleIsNoCall(String username, String password) {
        assertThat(login(username, password))
                .contains("\"code\":\"INVALID_ARGUMENT\",\"violations\":[{\"path\":\"input.");
        assertThat(moongate.calls.take()).isEmpty();
    }

    @Test
    void theServiceChecksRulesItself() {
        assertStatus(
                () -> accounts(Headers.NONE)
                        .login(LoginRequest.newBuilder()
                                .setUsername("Ada")
                                .setPassword("password of ada")
                                .build()),
                Status.Code.INVALID_ARGUMENT,
                "username: does not match regex pattern");
        assertThat(moongate.statements.take()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x.y", "MTc5NTI5NjY5OCBhZGEgZW1haWw.7r9UTJZgtuzxYl1GdTk9yGriNC2Vt4trdw0lYmJK8jo"})
    void aTokenMustBeOurs(String token) {
        Headers headers = RunningMoongate.bearer(token);
        assertThat(moongate.run(EMAIL, headers).errors())
                .singleElement()
                .extracting(error -> error.extensions().get("code"))
                .isEqualTo("UNAUTHENTICATED");
        assertThat(moongate.calls.take()).isEmpty();
        assertStatus(() -> accounts(headers).getAccount(EMAIL_REQUEST), Status.Code.UNAUTHENTICATED, "");
        assertThat(moongate.statements.take()).isEmpty();
    }

    @Test
    void emailIsForThoseWithTheScope() {
        assertError(moongate.run(EMAIL).toString(), "UNAUTHENTICATED", "Sign in to use Account.email.");
        Headers bela = moongate.headersOf("bela");
        assertError(moongate.run(EMAIL, bela).toString(), "FORBIDDEN", "You may not use Account.email.");
        assertThat(moongate.run(EMAIL, moongate.headersOf("ada")))
                .hasToString("{\"data\":{\"getAccount\":{\"username\":\"bela\",\"email\":\"bela@example.com\"}}}");
    }

    @Test
    void aDeniedColumnIsInNoStatement() {
        Headers bela = moongate.headersOf("bela");
        var everywhere = """
            { getAccount(id: 1) { email players { account { email } friends { account { email username } } } } }
            """;
        assertThat(moongate.run(everywhere, bela).toString()).contains("\"data\":{\"getAccount\":{\"email\":null");
        assertStatus(
                () -> accounts(bela).getAccount(EMAIL_REQUEST),
                Status.Code.PERMISSION_DENIED,
                "You may not use Account.email.");
        var all = accounts(bela)
                .getAccount(GetAccountRequest.newBuilder().setId(2).build());
        assertThat(all.getUsername()).isEqualTo("bela");
        assertThat(all.hasEmail()).isFalse();
        assertThat(moongate.statements.take())
                .isNotEmpty()
                .noneMatch(statement -> statement.contains("email") || statement.contains("password"));
    }

    private static AccountsBlockingStub accounts(Headers headers) {
        Metadata metadata = new Metadata();
        String token = headers.first("authorization");
        if (token != null) metadata.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), token);
        return AccountsGrpc.newBlockingStub(moongate.calls.channel("game"))
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
    }

    private static void assertStatus(ThrowingCallable call, Status.Code code, String description) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StatusRuntimeException.class, e -> {
            assertThat(e.getStatus().getCode()).isEqualTo(code);
            assertThat(e.getStatus().getDescription()).startsWith(description);
        });
    }
}
