package dev.perigee.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/guide/graphql-source.md} shows is what happens. */
class GuideTest {
    private static final String ORDERS = "type Order { userId: String! } extend type Query { orders: [Order!]! }\n";

    private static List<String> blocks(String language) throws Exception {
        return Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../../docs/guide/graphql-source.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    @Test
    void theDocumentIsTheOneThatIsSent() throws Exception {
        try (TestRemote remote = TestRemote.of(Blog.engine())) {
            assertThat(Gateway.of(remote).run(blocks("graphql").get(0)).errors())
                    .isEmpty();
            assertThat(remote.documents()).containsExactly(blocks("graphql").get(1));
        }
    }

    @Test
    void bothFormsOfRemoteGiveTheSame() throws Exception {
        try (TestRemote remote = TestRemote.of(Blog.engine())) {
            for (String form : blocks("graphql").subList(2, 4)) {
                Gateway gateway = Gateway.of(
                        remote,
                        ORDERS + form,
                        settings -> settings,
                        wiring -> wiring.query(
                                "orders",
                                (arguments, context) -> List.of(Map.of("userId", "u2"), Map.of("userId", "u1"))));
                assertThat(gateway.run("{ orders { buyer { name } } }").toString())
                        .isEqualTo(
                                "{\"data\":{\"orders\":[{\"buyer\":{\"name\":\"Bob\"}},{\"buyer\":{\"name\":\"Ada\"}}]}}");
                assertThat(remote.documents()).hasSize(1);
            }
        }
    }

    @Test
    void theMistakeIsToldAsShown() throws Exception {
        try (TestRemote remote = TestRemote.of(Blog.engine())) {
            String wrong = "type Order {\n  buyer: User @remote(field: \"usr\", with: {id: \"parent.userId\"}) }";
            assertThatThrownBy(() -> Gateway.of(remote, wrong))
                    .hasMessage(blocks("text").getFirst());
        }
    }
}
