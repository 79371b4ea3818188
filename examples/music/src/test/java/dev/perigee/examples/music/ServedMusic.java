package dev.perigee.examples.music;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perigee.cli.serve.DatabaseAddress;
import dev.perigee.cli.serve.Overrides;
import dev.perigee.cli.serve.ServeException;
import dev.perigee.cli.serve.Serving;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** The store, served on a free port, and asked over HTTP. */
final class ServedMusic implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Serving serving;

    private ServedMusic(Serving serving) {
        this.serving = serving;
        Logger requests = (Logger) LoggerFactory.getLogger("dev.perigee.requests");
        var queue = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                log.add(event.getFormattedMessage());
            }
        };
        queue.start();
        requests.detachAndStopAllAppenders();
        requests.addAppender(queue);
        requests.setLevel(Level.INFO);
        requests.setAdditive(false);
    }

    /** As {@code perigee serve --jdbc URL}. */
    static ServedMusic database(String url) throws ServeException, IOException {
        return new ServedMusic(Serving.start(null, new Overrides(0, null, null, DatabaseAddress.of(url), null)));
    }

    /** As {@code perigee serve DIR}. */
    static ServedMusic folder(Path folder) throws ServeException, IOException {
        return new ServedMusic(Serving.start(folder, new Overrides(0, null, null)));
    }

    JsonNode ask(String document) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(serving.uri().resolve("graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document))))
                .build();
        return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    /** What the log says of the last request: its calls. */
    String calls() throws InterruptedException {
        String line = String.valueOf(log.poll(10, TimeUnit.SECONDS));
        return line.replaceFirst(".*B (document=\\w+ )?", "");
    }

    @Override
    public void close() {
        serving.close();
        client.close();
    }
}
