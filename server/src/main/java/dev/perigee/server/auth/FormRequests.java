package dev.perigee.server.auth;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.netty.util.AsciiString;
import java.net.URI;

/** Requests of Armeria in the form that Nimbus reads. */
final class FormRequests {
    /** Only the form counts, which the library does not look for elsewhere. */
    private static final URI ANYWHERE = URI.create("http://localhost/");

    private FormRequests() {}

    static HTTPRequest of(AggregatedHttpRequest request) {
        HTTPRequest form = new HTTPRequest(HTTPRequest.Method.POST, ANYWHERE);
        for (AsciiString name : request.headers().names()) {
            if (name.charAt(0) == ':') continue; // of HTTP/2 itself
            form.setHeader(name.toString(), request.headers().getAll(name).toArray(new String[0]));
        }
        form.setBody(request.contentUtf8());
        return form;
    }
}
