package dev.perigee.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.data.Caller;
import dev.perigee.data.Wiring;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code of the guide to access does what the guide says. */
class AccessGuideTest {
    @Test
    void roots_reach_the_claims_of_their_caller() throws Exception {
        Wiring wiring = Wiring.builder()
                .query(
                        "tenant",
                        (arguments, context) ->
                                context.value(Caller.class).claims().get("tenant"))
                .build();
        Engine engine = Engine.builder(Schema.of(Source.of("schema", "type Query { tenant: String }")))
                .wiring(wiring)
                .build();
        Caller caller = Caller.named("ada").withClaims(Map.of("tenant", "acme"));
        Request request =
                Request.builder("{ tenant }").value(Caller.class, caller).build();
        assertThat(engine.execute(request)).hasToString("{\"data\":{\"tenant\":\"acme\"}}");
        assertThat(Files.readString(Path.of("../docs/guide/access.md"))).contains("```java\n" + code() + "\n```\n");
    }

    /** The wiring above, as it stands there. */
    private static String code() throws Exception {
        String source = Files.readString(Path.of("src/test/java/dev/perigee/execution/AccessGuideTest.java"));
        int start = source.indexOf("        Wiring wiring = ");
        int end = source.indexOf(".build();", start) + ".build();".length();
        return source.substring(start, end).stripIndent();
    }
}
