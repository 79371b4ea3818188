package dev.perigee.server.auth;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.netty.util.AsciiString;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads requests for tokens: Nimbus does, but for some things that the RFC forbids and it lets pass. */
final class FormRequests {
    /** Where they were sent to does not matter to the library. */
    private static final URI ANYWHERE = URI.create("http://localhost/");

    /** Of an honest request, some hundred. */
    private static final int MAX_BYTES = 16 << 10;

    private static final ErrorObject TOO_LONG =
            OAuth2Error.INVALID_REQUEST.setHTTPStatusCode(413).setDescription("The request is longer than 16 KiB.");

    private static final ErrorObject NO_CLIENT = OAuth2Error.INVALID_CLIENT.setDescription(
            "Send client_id and client_secret, by HTTP Basic or in the form.");

    private FormRequests() {}

    /** @throws ParseException if it is none; its error object says what to answer */
    static TokenRequest read(AggregatedHttpRequest request) throws ParseException {
        if (request.content().length() > MAX_BYTES) throw new ParseException("Too long", TOO_LONG);
        HTTPRequest form = new HTTPRequest(HTTPRequest.Method.POST, ANYWHERE);
        for (AsciiString name : request.headers().names()) {
            if (name.charAt(0) == ':') continue; // of HTTP/2 itself
            form.setHeader(name.toString(), request.headers().getAll(name).toArray(new String[0]));
        }
        form.setBody(request.contentUtf8());
        TokenRequest read = TokenRequest.parse(form);
        requireOneOfEach(form.getBodyAsFormParameters());
        requireOneClient(read.getClientAuthentication(), form);
        return read;
    }

    /** @throws ParseException if there is none, or one that proves itself in another way than by a secret */
    static PlainClientSecret client(TokenRequest request) throws ParseException {
        if (request.getClientAuthentication() instanceof PlainClientSecret secret) return secret;
        throw new ParseException("No client", NO_CLIENT);
    }

    /** RFC 6749, section 3.2; RFC 8707 makes an exception of {@code resource}. */
    private static void requireOneOfEach(Map<String, List<String>> parameters) throws ParseException {
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            if (parameter.getValue().size() > 1 && !parameter.getKey().equals("resource")) {
                throw invalid("A parameter is there more than once.");
            }
        }
    }

    /** RFC 6749, section 2.3: one way for clients to authenticate, not two in a request. */
    private static void requireOneClient(@Nullable ClientAuthentication client, HTTPRequest form)
            throws ParseException {
        if (client == null || form.getAuthorization() == null) return;
        Map<String, List<String>> parameters = form.getBodyAsFormParameters();
        String id = client.getClientID().getValue();
        if (parameters.containsKey("client_secret")
                || !parameters.getOrDefault("client_id", List.of(id)).equals(List.of(id))) {
            throw invalid("The client is named by HTTP Basic and in the form.");
        }
    }

    private static ParseException invalid(String why) {
        return new ParseException(why, OAuth2Error.INVALID_REQUEST.setDescription(why));
    }
}
