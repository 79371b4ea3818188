package dev.perigee.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;

/**
 * GraphiQL, from resources of this module alone: a page, which browsers ask for each time, and its script and style
 * sheet, whose names have their content in them, so that browsers keep them for good.
 */
final class GraphiqlPage implements HttpService {
    /** Where script and style sheet are. */
    static final String FOLDER = "/graphiql/";

    /** Nothing from elsewhere, nothing evaluated. Dialogs add a style element of their own, hence unsafe-inline for styles. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Read when somebody first looks, not when the server starts. */
    private static final class Files {
        static final GraphiqlFile SCRIPT = GraphiqlFile.read("graphiql.js", MediaType.TEXT_JAVASCRIPT_UTF_8);
        static final GraphiqlFile STYLE = GraphiqlFile.read("graphiql.css", MediaType.CSS_UTF_8);
        static final GraphiqlFile LICENCES = GraphiqlFile.read("LICENSES.txt", MediaType.PLAIN_TEXT_UTF_8);
        static final byte[] PAGE = page();

        private static byte[] page() {
            String template = new String(
                    GraphiqlFile.read("index.html", MediaType.HTML_UTF_8).content(), UTF_8);
            return template.replace("{{graphiql.js}}", "." + FOLDER + SCRIPT.name())
                    .replace("{{graphiql.css}}", "." + FOLDER + STYLE.name())
                    .getBytes(UTF_8);
        }
    }

    HttpResponse page() {
        ResponseHeaders headers = HttpAnswers.headers(HttpStatus.OK, MediaType.HTML_UTF_8)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-cache")
                .set(HttpHeaderNames.VARY, "accept")
                .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY)
                .set(HttpHeaderNames.REFERRER_POLICY, "no-referrer")
                .build();
        return HttpResponse.of(headers, HttpData.wrap(Files.PAGE));
    }

    /** A file of the folder. */
    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
            return HttpResponse.of(
                    ResponseHeaders.of(HttpStatus.METHOD_NOT_ALLOWED, HttpHeaderNames.ALLOW, "GET, HEAD"));
        }
        String name = context.mappedPath().substring(1);
        for (GraphiqlFile file : new GraphiqlFile[] {Files.SCRIPT, Files.STYLE, Files.LICENCES}) {
            if (file.name().equals(name)) return file.serve();
        }
        return HttpResponse.of(HttpStatus.NOT_FOUND);
    }
}
