package dev.perigee.server;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.websocket.WebSocket;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import com.linecorp.armeria.server.websocket.WebSocketService;
import com.linecorp.armeria.server.websocket.WebSocketServiceHandler;
import org.jspecify.annotations.Nullable;

/** Decides which handshakes of WebSocket become a {@link GraphSocket}; others are answered as HTTP requests. */
final class SocketUpgrade implements WebSocketServiceHandler {
    private static final String PROTOCOL = "graphql-transport-ws";

    private final GraphRequests requests;
    private final StreamSettings settings;
    private final OpenStreams open;
    private final Origins origins;
    private final int maxMessageBytes;

    SocketUpgrade(
            GraphRequests requests,
            StreamSettings settings,
            OpenStreams open,
            @Nullable Cors cors,
            int maxMessageBytes) {
        this.requests = requests;
        this.settings = settings;
        this.open = open;
        this.origins = new Origins(cors);
        this.maxMessageBytes = maxMessageBytes;
    }

    /** @param others serves what is no handshake */
    HttpService orElse(HttpService others) {
        return WebSocketService.builder(this)
                .subprotocols(PROTOCOL)
                .allowedOrigins("*") // here only; see Origins
                .maxFramePayloadLength(maxMessageBytes)
                .fallbackService(others)
                .build();
    }

    @Override
    public WebSocket handle(ServiceRequestContext context, WebSocket in) {
        RequestLog.begin(context);
        RequestHeaders handshake = context.request().headers();
        requireProtocol(handshake);
        GraphSocket socket = new GraphSocket(context, requests, settings, origins.admit(handshake));
        Runnable stop = socket::stop;
        if (!open.add(stop)) throw HttpProblem.tooManyStreams();
        RequestLog.leave(context);
        return socket.open(in, maxMessageBytes, () -> open.remove(stop));
    }

    private static void requireProtocol(RequestHeaders handshake) {
        for (String list : handshake.getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL)) {
            if (MediaRange.split(list, ',').stream()
                    .anyMatch(name -> name.strip().equals(PROTOCOL))) return;
        }
        throw new HttpProblem(
                HttpStatus.BAD_REQUEST,
                "BAD_REQUEST",
                "Offer the subprotocol " + PROTOCOL + ": it is what is spoken here over WebSocket.");
    }
}
