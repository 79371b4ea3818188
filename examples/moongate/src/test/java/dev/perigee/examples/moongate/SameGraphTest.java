package dev.perigee.examples.moongate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.schema.SchemaPrinter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a network between gateway and services or without, the graph is the same, to the byte. */
class SameGraphTest {
    private static RunningMoongate onPorts;
    private static RunningMoongate inProcess;

    @BeforeAll
    static void start() throws Exception {
        onPorts = RunningMoongate.onPorts();
        inProcess = RunningMoongate.inProcess();
    }

    @AfterAll
    static void stop() throws Exception {
        onPorts.close();
        inProcess.close();
    }

    @Test
    void schemas() {
        assertThat(SchemaPrinter.print(inProcess.engine.schema()))
                .isEqualTo(SchemaPrinter.print(onPorts.engine.schema()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ listPlayers(first: 24) { edges { cursor node { id title level account { username createdAt } } } }"
                        + " }",
                "{ getGuild(id: 2) { name members { name guilds { id } friends { name score { points matches } } } } }",
                "{ a: getPlayer(id: 1) { __typename name } b: getPlayer(id: 2) { account { email players { id } } } }",
                "{ getPlayer(id: 99) { name } getScore(playerId: 99) { points } }",
                "{ getPlayer(id: 0) { name } listPlayers(first: 101) { nodes { id } } }",
                "mutation { login(input: {username: \"ada\", password: \"not hers at all\"}) { token } }",
                "mutation { reportMatch(input: {winnerId: 1, loserId: 2}) { points matches player { name } } }",
            })
    void responses(String document) {
        assertThat(inProcess.run(document).bytes())
                .isEqualTo(onPorts.run(document).bytes());
        assertThat(inProcess.calls.take()).hasSameSizeAs(onPorts.calls.take());
        assertThat(inProcess.statements.take()).containsExactlyInAnyOrderElementsOf(onPorts.statements.take());
    }
}
