package dev.perigee.server.auth;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a token endpoint answers, none of it to be kept by anybody in between.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5">Issuing an Access Token</a>
 */
final class TokenAnswers {
    private static final ErrorObject TOO_MANY =
            new ErrorObject("temporarily_unavailable", "Too many attempts. Try again later.", 429);

    private TokenAnswers() {}

    static HttpResponse issued(BearerAccessToken token) {
        return http(new AccessTokenResponse(new Tokens(token, null)).toHTTPResponse(), null);
    }

    static HttpResponse refused(ParseException why) {
        ErrorObject error = why.getErrorObject();
        return refused(error == null ? OAuth2Error.INVALID_REQUEST : error);
    }

    static HttpResponse refused(ErrorObject error) {
        return http(new TokenErrorResponse(error).toHTTPResponse(), null);
    }

    /** Nothing that the RFC has an error for: RFC 6585 has the status. */
    static HttpResponse tooMany(Duration wait) {
        return http(new TokenErrorResponse(TOO_MANY).toHTTPResponse(), wait);
    }

    private static HttpResponse http(HTTPResponse response, @Nullable Duration retryAfter) {
        HttpStatus status = HttpStatus.valueOf(response.getStatusCode());
        ResponseHeadersBuilder headers = ResponseHeaders.builder(status);
        response.getHeaderMap().forEach(headers::set);
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        if (status.equals(HttpStatus.UNAUTHORIZED)) {
            headers.set(HttpHeaderNames.WWW_AUTHENTICATE, "Basic realm=\"perigee\"");
        }
        if (retryAfter != null) headers.set(HttpHeaderNames.RETRY_AFTER, Long.toString(retryAfter.toSeconds() + 1));
        String body = response.getBody();
        return HttpResponse.of(headers.build(), HttpData.ofUtf8(body == null ? "" : body));
    }
}
