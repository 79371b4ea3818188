package dev.perigee.grpc.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each declaration in {@code mistakes.txt} beside what is wrong with it. {@code -Dgolden.update} rewrites the file. */
class MistakesTest {
    private static final Path FILE = Path.of("src/test/resources/dev/perigee/grpc/relation/mistakes.txt");

    private record Case(String name, String declaration, String problems) {
        static Case of(String text) {
            String[] parts = text.split("\n---\n?", 2);
            int line = parts[0].indexOf('\n');
            return new Case(
                    parts[0].substring(0, line),
                    parts[0].substring(line + 1),
                    parts.length < 2 ? "" : parts[1].strip());
        }

        String found() {
            RelationException found =
                    catchThrowableOfType(RelationException.class, () -> People.relations(declaration));
            return found == null ? "(nothing)" : String.join("\n", found.problems());
        }
    }

    @TestFactory
    Stream<DynamicTest> mistakes() throws IOException {
        if (Boolean.getBoolean("golden.update")) update();
        return cases().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.name(), () -> assertThat(one.found()).isEqualTo(one.problems())));
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String text : Files.readString(FILE).split("(?m)^=== ")) if (!text.isBlank()) cases.add(Case.of(text));
        return cases;
    }

    private static void update() throws IOException {
        StringBuilder updated = new StringBuilder();
        for (Case one : cases()) {
            updated.append("=== ")
                    .append(one.name())
                    .append('\n')
                    .append(one.declaration().stripTrailing());
            updated.append("\n---\n").append(one.found()).append("\n\n");
        }
        Files.writeString(FILE, updated);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        RelationException found = catchThrowableOfType(RelationException.class, () -> People.relations("""
            extend type User {
              one: User @grpc(method: "people.v1.Users/GetUsr")
              two(x: Int): User @grpc(method: "people.v1.Users/GetUser", with: {id: "parent.nam", tenant: "args.y"})
            }
            """));
        assertThat(found.problems())
                .containsExactly(
                        "User.one: method: service people.v1.Users has no method \"GetUsr\". Did you mean \"GetUser\"?",
                        "User.two: with.id: people.v1.User has no field \"nam\". Did you mean \"name\"?",
                        "User.two: with.tenant: the field has no argument \"y\". There is x.",
                        "User.two: argument \"x\" is not used. Bind it: with: {…: \"args.x\"}.");
        assertThat(found).hasMessage(String.join("\n", found.problems()));
    }
}
