package dev.perigee.server;

import com.linecorp.armeria.common.MediaType;

/** What the endpoint can answer with, the preferred first. */
enum Answer {
    /** JSON whose status says how the request went. */
    GRAPHQL("application", "graphql-response+json", "application/graphql-response+json; charset=utf-8"),
    /** JSON for clients from before there was a type of its own. */
    JSON("application", "json", "application/json; charset=utf-8"),
    /** Server-sent events, the only way for subscriptions over HTTP. */
    EVENTS("text", "event-stream", "text/event-stream; charset=utf-8"),
    /** GraphiQL. */
    PAGE("text", "html", "text/html; charset=utf-8");

    final String type;
    final String subtype;
    final MediaType mediaType;

    Answer(String type, String subtype, String mediaType) {
        this.type = type;
        this.subtype = subtype;
        this.mediaType = MediaType.parse(mediaType);
    }

    boolean isJson() {
        return this == GRAPHQL || this == JSON;
    }
}
