package dev.perigee.examples.moongate;

import dev.perigee.data.Headers;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstLookTest {
    @Test
    void look() throws Exception {
        try (var m = RunningMoongate.onPorts()) {
            System.out.println(dev.perigee.schema.SchemaPrinter.print(m.engine.schema()));
            var ada = m.headersOf("ada");
            var bela = m.headersOf("bela");
            for (var q : List.of(
                    "{ getAccount(id: 1) { username createdAt players { name level guilds { name } } } }",
                    "mutation { login(input: {username: \"ada\", password: \"password of ada\"}) { account { username email players { name } } } }",
                    "{ getPlayer(id: 1) { name friends { name friends { name friends { name } } } } }",
                    "{ listPlayers(first: 2) { nodes { title score { points } } pageInfo { hasNextPage endCursor } } }",
                    "{ listPlayers(first: 2, after: \"2\", minLevel: 50) { nodes { id title account { username } } pageInfo { hasNextPage endCursor } } }",
                    "{ listPlayers(first: 2) { pageInfo { hasNextPage endCursor } } }",
                    "{ listPlayers(first: 20000) { pageInfo { hasNextPage endCursor } } }",
                    "{ getScore(playerId: 2) { points player { title guilds { name } } } }",
                    "{ getScore(playerId: 20) { points player { title } } }",
                    "{ getPlayer(id: 1) { title } }",
                    "{ getGuild(id: 1) { name members { name score { points matches } } } }",
                    "{ getAccount(id: 1) { email } }",
                    "{ getAccount(id: 99) { username } }",
                    "mutation { login(input: {username: \"ada\", password: \"password of bela\"}) { token } }",
                    "mutation { login(input: {username: \"A!\", password: \"x\"}) { token } }",
                    "mutation { reportMatch(input: {winnerPlayerId: 7, loserPlayerId: 8}) { points player { name } } }")) {
                for (var h : List.of(Headers.NONE, ada, bela, RunningMoongate.bearer("x.y"))) {
                    if (h != Headers.NONE && !q.contains("email")) continue;
                    var r = m.run(q, h);
                    System.out.println(q + "\n  " + r + "\n  " + r.summary().calls());
                    for (var s : m.statements.take()) System.out.println("    " + s);
                    for (var c : m.calls.take()) System.out.println("    " + c.method() + " " + c.metadata() + " " + c.request().toString().replaceAll("\\s+", " "));
                }
            }
        }
    }
}
