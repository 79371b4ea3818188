package dev.perigee.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A page in a real browser without a window, driven over the DevTools protocol with nothing but the JDK.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
final class Chromium implements AutoCloseable {
    /** A browser on a busy machine takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger commands = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();

    /** What the page asked for, by address. */
    final List<String> requests = new CopyOnWriteArrayList<>();
    /** What the console would show in red: errors of scripts, of the security policy, of the network. */
    final List<String> errors = new CopyOnWriteArrayList<>();

    /** The program, if this machine has it. */
    static Optional<Path> program() {
        return Stream.concat(
                        Stream.of("/usr/bin"),
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Chromium(Path program, Path profile) throws Exception {
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1280,800",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectErrorStream(true)
                .start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(pageAddress(profile.resolve("DevToolsActivePort")), new Messages())
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        for (String domain : new String[] {"Page", "Runtime", "Network", "Log"}) send(domain + ".enable", Map.of());
    }

    /** The browser writes its port to a file once it listens. */
    private URI pageAddress(Path portFile) throws Exception {
        until(
                "a port",
                () -> Files.exists(portFile) && Files.readAllLines(portFile).size() >= 2);
        URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(portFile).getFirst() + "/json/list");
        try (HttpClient client = HttpClient.newHttpClient()) {
            String pages = client.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                    .body();
            for (JsonNode page : JSON.readTree(pages)) {
                if (page.path("type").asText().equals("page")) {
                    return URI.create(page.path("webSocketDebuggerUrl").asText());
                }
            }
            throw new IllegalStateException("No page in " + pages);
        }
    }

    void open(URI address) throws Exception {
        send("Page.navigate", Map.of("url", address.toString()));
    }

    /** The value of an expression in the page. */
    JsonNode evaluate(String expression) throws Exception {
        JsonNode result = send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (result.has("exceptionDetails"))
            throw new AssertionError(result.path("exceptionDetails").toString());
        return result.path("result").path("value");
    }

    /** Waits until an expression in the page is true. */
    void await(String expression) throws Exception {
        until(expression, () -> evaluate("Boolean(" + expression + ")").asBoolean());
    }

    /** Clicks on the middle of an element, as a hand does. */
    void click(String selector) throws Exception {
        String element = "document.querySelector(" + JSON.writeValueAsString(selector) + ")";
        await(element);
        JsonNode box = evaluate("(({x, y, width, height}) => ({x: x + width / 2, y: y + height / 2}))(" + element
                + ".getBoundingClientRect())");
        for (String type : new String[] {"mouseMoved", "mousePressed", "mouseReleased"}) {
            send(
                    "Input.dispatchMouseEvent",
                    Map.of("type", type, "x", box.path("x"), "y", box.path("y"), "button", "left", "clickCount", 1));
        }
    }

    void type(String text) throws Exception {
        send("Input.insertText", Map.of("text", text));
    }

    /** @param modifiers 2 is Control */
    void press(String key, String code, int windowsCode, int modifiers) throws Exception {
        for (String type : new String[] {"rawKeyDown", "keyUp"}) {
            send(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type", type,
                            "key", key,
                            "code", code,
                            "windowsVirtualKeyCode", windowsCode,
                            "modifiers", modifiers));
        }
    }

    void screenshot(Path file) throws Exception {
        JsonNode shot = send("Page.captureScreenshot", Map.of("format", "png"));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
    }

    private JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        int id = commands.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
        command.set("params", JSON.valueToTree(parameters));
        socket.sendText(command.toString(), true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        JsonNode message = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (message.has("error")) throw new IllegalStateException(method + ": " + message.path("error"));
        return message.path("result");
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(String what, Condition condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            if (Instant.now().isAfter(end)) throw new AssertionError("Waited in vain for " + what);
            Thread.sleep(50);
        }
    }

    @Override
    public void close() throws InterruptedException {
        socket.abort();
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroy);
        if (!process.waitFor(5, TimeUnit.SECONDS)) all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    /** Answers to commands, and events. */
    private final class Messages implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                receive(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void receive(String json) {
            JsonNode message;
            try {
                message = JSON.readTree(json);
            } catch (IOException e) {
                throw new IllegalStateException(json, e);
            }
            if (message.has("id")) answers.remove(message.path("id").asInt()).complete(message);
            else receive(message.path("method").asText(), message.path("params"));
        }

        private void receive(String event, JsonNode content) {
            switch (event) {
                case "Network.requestWillBeSent" ->
                    requests.add(content.path("request").path("url").asText());
                case "Runtime.exceptionThrown" -> errors.add(content.toString());
                case "Runtime.consoleAPICalled" -> {
                    if (content.path("type").asText().matches("error|assert")) errors.add(content.toString());
                }
                case "Log.entryAdded" -> {
                    if (content.path("entry").path("level").asText().equals("error")) errors.add(content.toString());
                }
                default -> {}
            }
        }
    }
}
