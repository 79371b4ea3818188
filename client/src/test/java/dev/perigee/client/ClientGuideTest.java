package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.server.GraphServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide shows is code that runs, and what it says of it is so. */
class ClientGuideTest {
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Path GUIDE = Path.of("../docs/guide/client.md");

    @TempDir
    Path folder;

    private GraphServer server;
    private URI uri;
    private Client client;

    @BeforeEach
    void start() {
        server = TodoGraph.serve();
        uri = server.uri().resolve("graphql");
        client = Client.builder(uri).scalar("UUID", TodoGraph.UUIDS).build();
        client.fetchSchema();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void examples_are_those_that_run() throws Exception {
        String code = lines(Files.readString(Path.of("src/test/java/dev/perigee/client/ClientGuide.java")));
        Matcher examples = EXAMPLE.matcher(Files.readString(GUIDE));
        int count = 0;
        while (examples.find()) {
            assertThat(code).contains(lines(examples.group(1)));
            count++;
        }
        assertThat(count).isEqualTo(9);
    }

    @Test
    void what_they_print() throws Exception {
        String guide = Files.readString(GUIDE);
        assertThat(guide).contains(new ClientGuide().wrong(client).strip());
        assertThat(new ClientGuide().first(uri)).isEqualTo("{todos={nodes=[{title=Title 0}]}}\n");
        assertThat(new ClientGuide().records(client)).isEqualTo("Title 0: OPEN\nTitle 1: DONE\n");
        assertThat(new ClientGuide().partial(client)).isEqualTo("broken: It is broken.\n");
        assertThat(new ClientGuide().streamed(client)).isEqualTo("5000\n");
        assertThat(new ClientGuide().async(client)).isEqualTo("{todos={total=2}}\n");
        assertThat(new ClientGuide().variables(client)).isEmpty();
        try (Client built = new ClientGuide().built(uri, folder.resolve("schema.json"), TodoGraph.UUIDS)) {
            built.fetchSchema();
            assertThat(folder.resolve("schema.json")).exists();
        }
    }

    /** Without what a format may put elsewhere. */
    private static String lines(String code) {
        return code.replaceAll("\\s+", " ").replaceAll(" ?([.(){}]) ?", "$1").strip();
    }
}
