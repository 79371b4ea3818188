package dev.perigee.server;

import static dev.perigee.server.TestServer.encoded;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, a request error goes out: at once, as JSON, with a message that helps, and nothing internal. */
class BadInputTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ``                                          | 400 | BAD_REQUEST | The body is empty: send a JSON object with "query".
        `   `                                       | 400 | BAD_REQUEST | The body is empty: send a JSON object with "query".
        NONSENSE                                    | 400 | BAD_REQUEST | The body is not valid JSON at line 1, column 1: Unrecognized token 'NONSENSE'.
        {                                           | 400 | BAD_REQUEST | The body is not valid JSON at line 1, column 2: Unexpected end-of-input: expected close marker for Object.
        {"query":                                   | 400 | BAD_REQUEST | The body is not valid JSON at line 1, column 10: Unexpected end-of-input within/between Object entries.
        {"query": "{ hello }                        | 400 | BAD_REQUEST | The body is not valid JSON at line 1, column 21: Unexpected end-of-input in VALUE_STRING.
        {"query": "{ hello }"                       | 400 | BAD_REQUEST | The body is not valid JSON at line 1, column 22: Unexpected end-of-input: expected close marker for Object.
        {"query": "{ hello }",}                     | 400 | BAD_REQUEST | The body is not valid JSON at line 1, column 23: Unexpected character ('}' (code 125)): was expecting double-quote to start field name.
        {'query': "{ hello }"}                      | 400 | BAD_REQUEST | The body is not valid JSON at line 1, column 2: Unexpected character (''' (code 39)): was expecting double-quote to start field name.
        {"query": "{ hello }"} {}                   | 400 | BAD_REQUEST | The body goes on after the end of the JSON value, with an object at line 1, column 24.
        {"query": "{ hello }"} x                    | 400 | BAD_REQUEST | The body is not valid JSON at line 1, column 24: Unrecognized token 'x'.
        {"query": "{ hello }", "query": "{ hello }"} | 400 | BAD_REQUEST | The body is not valid JSON at line 1, column 31: Duplicate field 'query'.
        {"query": "{ hello }", "variables": {"a": 1, "a": 2}} | 400 | BAD_REQUEST | The body is not valid JSON at line 1, column 49: Duplicate field 'a'.
        {"query": "a\\q"}                           | 400 | BAD_REQUEST | The body is not valid JSON at line 1, column 14: Unrecognized character escape 'q' (code 113).
        {"query": "{ hello }", "variables": {"a": NaN}} | 400 | BAD_REQUEST | The body is not valid JSON at line 1, column 46: Non-standard token 'NaN'.
        {"query": "{ hello }", "variables": {"a": 01}} | 400 | BAD_REQUEST | The body is not valid JSON at line 1, column 44: Invalid numeric value: Leading zeroes not allowed.
        {"query": "{ hello }", "variables": {"a": 1e2000}} | 400 | LIMIT_EXCEEDED | The number at line 1, column 43 has an exponent beyond 1000.
        {"query": "{ hello }", "variables": {"a": 1e999999999999}} | 400 | LIMIT_EXCEEDED | The number at line 1, column 43 has an exponent beyond 1000.
        null                                        | 422 | BAD_REQUEST | The body must be a JSON object with "query", found null.
        "{ hello }"                                 | 422 | BAD_REQUEST | The body must be a JSON object with "query", found a string.
        42                                          | 422 | BAD_REQUEST | The body must be a JSON object with "query", found a number.
        []                                          | 422 | BAD_REQUEST | Batches are not supported: send each operation as a request of its own.
        [{"query": "{ hello }"}]                    | 422 | BAD_REQUEST | Batches are not supported: send each operation as a request of its own.
        {}                                          | 422 | BAD_REQUEST | The request has no "query", the document to run.
        {"qeury": "{ hello }"}                      | 422 | BAD_REQUEST | The request has no "query", the document to run (it has "qeury").
        {"query": null}                             | 422 | BAD_REQUEST | The request has no "query", the document to run.
        {"query": 1}                                | 422 | BAD_REQUEST | "query" must be a string, found a number.
        {"query": ["{ hello }"]}                    | 422 | BAD_REQUEST | "query" must be a string, found an array.
        {"query": "{ hello }", "operationName": 1}  | 422 | BAD_REQUEST | "operationName" must be a string, found a number.
        {"query": "{ hello }", "variables": [7]}    | 422 | BAD_REQUEST | "variables" must be an object, found an array.
        {"query": "{ hello }", "variables": "{}"}   | 422 | BAD_REQUEST | "variables" must be an object, found a string.
        {"query": "{ hello }", "extensions": true}  | 422 | BAD_REQUEST | "extensions" must be an object, found a boolean.
        """)
    void bodies(String body, int status, String code, String message) throws IOException {
        assertError(server.post(body), status, code, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\": \"{ hello }\", \"operationName\": null, \"variables\": null, \"extensions\": null}",
                "{\"query\": \"{ hello }\", \"variables\": {}, \"extensions\": {\"a\": [{}]}, \"future\": {\"a\":"
                        + " [1]}}",
                "\uFEFF{\"query\": \"{ hello }\"}",
                " \r\n\t{\"query\": \"{ hello }\"}\n",
            })
    void what_looks_odd_but_is_a_request(String body) {
        HttpResponse<String> answer = server.post(body);
        assertThat(answer.body()).isEqualTo("{\"data\":{\"hello\":\"world\"}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        graphql                                     | 422 | The request has no "query", the document to run.
        graphql?                                    | 422 | The request has no "query", the document to run.
        graphql?query=                              | 422 | The request has no "query", the document to run (it has "query").
        graphql?q=1                                 | 422 | The request has no "query", the document to run (it has "q").
        graphql?query=a&query=b                     | 422 | "query" is given more than once.
        graphql?query=a&variables=%7B               | 400 | "variables" is not valid JSON at line 1, column 2: Unexpected end-of-input: expected close marker for Object.
        graphql?query=a&variables=%5B%5D            | 422 | "variables" must be an object, found an array.
        graphql?query=a&extensions=1                | 422 | "extensions" must be an object, found a number.
        """)
    void queries_of_urls(String path, int status, String message) throws IOException {
        assertError(server.get(path), status, "BAD_REQUEST", message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/graphql",
                "application/json; charset=utf-16",
                "application/graphql-response+json",
                "nonsense",
            })
    void content_types(String type) throws IOException {
        HttpResponse<String> answer = server.post("{\"query\": \"{ hello }\"}", "content-type", type);
        assertError(answer, 415, "UNSUPPORTED_MEDIA_TYPE", "Send the request as application/json, in UTF-8.");
        assertThat(answer.headers().firstValue("accept")).hasValue("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "Application/JSON; Charset=UTF-8", "application/json;charset=\"utf-8\";x=y"})
    void content_types_that_are_json(String type) {
        assertThat(server.post("{\"query\": \"{ hello }\"}", "content-type", type)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void no_content_type() {
        String answer = server.raw("POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}");
        assertThat(answer).startsWith("HTTP/1.1 415").contains("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void compressed_bodies() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write("{\"query\": \"{ hello }\"}".getBytes(ISO_8859_1));
        }
        HttpResponse<String> answer = server.post(compressed.toByteArray(), "content-encoding", "gzip");
        assertError(answer, 415, "UNSUPPORTED_MEDIA_TYPE", "Send the request without a content encoding.");
        assertThat(answer.headers().firstValue("accept-encoding")).hasValue("identity");
    }

    @Test
    void what_is_not_utf8() throws IOException {
        byte[][] bodies = {
            "{\"query\": \"{ hello \u00ff }\"}".getBytes(ISO_8859_1),
            "{\"query\": \"# \u00c0\u00af\\n{ hello }\"}".getBytes(ISO_8859_1), // a slash, longer than needed
            "{\"query\": \"# \u00ed\u00a0\u0080\\n{ hello }\"}".getBytes(ISO_8859_1), // half a surrogate pair
            "{\"query\": \"{ hello }\"}".getBytes(UTF_16BE),
            "{\"query\": \"{ hello }\"}".getBytes(UTF_16LE),
            "{\"query\": \"{ hello \u00e2\u0082".getBytes(ISO_8859_1),
        };
        for (byte[] body : bodies) assertError(server.post(body), 400, "BAD_REQUEST", "The body is not UTF-8.");
    }

    @Test
    void nesting_10_000_deep_in_variables() throws IOException {
        String limit = "The body is nested deeper than 200 levels, or has a number of more than 1000 digits.";
        for (String open : new String[] {"[", "{\"a\":"}) {
            String body = "{\"query\": \"{ hello }\", \"variables\": {\"a\": " + open.repeat(10_000);
            assertError(server.post(body), 400, "LIMIT_EXCEEDED", limit);
        }
        String ignored = "{\"query\": \"{ hello }\", \"other\": " + "[".repeat(10_000);
        assertError(server.post(ignored), 400, "LIMIT_EXCEEDED", limit);
    }

    @Test
    void a_number_of_100_000_digits() throws IOException {
        assertError(
                server.post("{\"query\": \"{ hello }\", \"variables\": {\"a\": " + "9".repeat(100_000) + "}}"),
                400,
                "LIMIT_EXCEEDED",
                "The body is nested deeper than 200 levels, or has a number of more than 1000 digits.");
    }

    @ParameterizedTest
    @CsvSource({
        "1, Integer 1",
        "-2147483648, Integer -2147483648",
        "2147483648, Long 2147483648",
        "9223372036854775808, BigInteger 9223372036854775808",
        "1.10, BigDecimal 1.10",
        "0.1e-7, BigDecimal 1E-8",
        "123456789.123456789123456789, BigDecimal 123456789.123456789123456789",
    })
    void numbers_are_exact(String number, String expected) {
        HttpResponse<String> answer = server.post(
                "{\"query\": \"query($a: Any) { echo(any: $a) }\", \"variables\": {\"a\": " + number + "}}");
        assertThat(answer.body()).isEqualTo("{\"data\":{\"echo\":\"" + expected + "\"}}");
    }

    @Test
    void a_document_of_3_mb_is_over_the_limit_of_the_engine() throws IOException {
        assertError(server.query("{ " + "hello ".repeat(500_000) + "}"), 422, "LIMIT_EXCEEDED", null);
    }

    @Test
    void a_document_of_10_mb_is_over_the_limit_of_the_server() throws IOException {
        assertError(
                server.query("{ " + "hello ".repeat(1_700_000) + "}"),
                413,
                "LIMIT_EXCEEDED",
                "The request is longer than 4194304 bytes.");
    }

    @Test
    void a_body_of_unknown_length_is_cut_off_at_the_limit() throws IOException {
        try (Socket socket = server.connect()) {
            var out = socket.getOutputStream();
            out.write(("POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n"
                            + "transfer-encoding: chunked\r\n\r\n")
                    .getBytes(ISO_8859_1));
            byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(ISO_8859_1);
            try {
                for (int i = 0; i < 100; i++) out.write(chunk);
            } catch (IOException e) {
                // The server has read enough.
            }
            assertThat(TestServer.readResponse(socket))
                    .startsWith("HTTP/1.1 413")
                    .contains("LIMIT_EXCEEDED");
        }
    }

    @Test
    void a_url_that_is_too_long() {
        String answer = server.raw(
                "GET /graphql?query=" + encoded("{ hello }" + " ".repeat(20_000)) + " HTTP/1.1\r\nhost: x\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 414").contains("\"errors\"");
    }

    @Test
    void headers_that_are_too_long() {
        String answer = server.raw("GET /graphql HTTP/1.1\r\nhost: x\r\nx: " + "x".repeat(20_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 431").contains("\"errors\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "GET /graphql\r\n\r\n",
                "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: x\r\n\r\n",
                "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n",
                "GET /graphql?query=%zz HTTP/1.1\r\nhost: x\r\n\r\n",
                "GET http://[ HTTP/1.1\r\nhost: x\r\n\r\n",
            })
    void what_is_not_http(String request) {
        assertThat(server.raw(request))
                .startsWith("HTTP/1.1 4")
                .contains("\"errors\"")
                .doesNotContain("\tat ");
    }

    private static void assertError(HttpResponse<String> answer, int status, String code, String message)
            throws IOException {
        JsonNode error = JSON.readTree(answer.body()).path("errors").path(0);
        assertThat(error.path("extensions").path("code").asText())
                .as(answer.body())
                .isEqualTo(code);
        if (message != null) assertThat(error.path("message").asText()).isEqualTo(message);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValue("application/graphql-response+json; charset=utf-8");
    }
}
