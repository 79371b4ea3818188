package dev.perigee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanCommandTest {
    @TempDir
    private Path folder;

    private String schema;

    @BeforeEach
    void write() throws IOException {
        schema = Files.writeString(folder.resolve("schema.graphqls"), """
            type Query { post(id: ID!): Post }
            type Post { title: String, author: User }
            type User { name: String }
            """).toString();
    }

    @Test
    void prints_the_plan_of_each_operation() {
        String two =
                "query A($x: Boolean!) { post(id: 1) { title @skip(if: $x) } } query B { p: post(id: 2) { __typename }"
                        + " }";
        CommandRun run = CommandRun.withInput(two, "plan", "--schema", schema, "-");
        assertThat(run).isEqualTo(new CommandRun(0, """
            query A
              post(id: 1): read
                title: read if not $x

            query B
              p = post(id: 2): read
                __typename: type name
            """, ""));
        assertThat(CommandRun.withInput(two, "plan", "--schema", schema, "--operation", "B", "-")
                        .out())
                .startsWith("query B\n");
    }

    @Test
    void an_empty_line_is_between_the_plans_of_several_files_as_well() throws IOException {
        String file = Files.writeString(folder.resolve("c.graphql"), "query C { __typename }")
                .toString();
        CommandRun run = CommandRun.withInput("query A { __typename }", "plan", "--schema", schema, "-", file);
        assertThat(run).isEqualTo(new CommandRun(0, """
            query A
              __typename: type name

            query C
              __typename: type name
            """, ""));
    }

    @Test
    void explains_what_is_wrong_with_a_document() {
        CommandRun wrong = CommandRun.withInput("{ post(id: 1) { titel } }", "plan", "--schema", schema, "-");
        assertThat(wrong.err()).startsWith("-:1:17: ").contains("title");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(CommandRun.withInput("{ post(", "plan", "--schema", schema, "-")
                        .exitCode())
                .isEqualTo(1);
        assertThat(CommandRun.withInput("{ __typename }", "plan", "--schema", schema, "--operation", "A", "-"))
                .isEqualTo(new CommandRun(1, "", "-: There is no operation \"A\".\n"));
    }

    @Test
    void a_graph_that_is_not_there_is_wrong_usage() {
        CommandRun run = CommandRun.withInput("{ a }", "plan", "--graph", folder.toString(), "-");
        assertThat(run.err()).contains("perigee.yaml");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(CommandRun.withInput("{ a }", "plan", "-").exitCode()).isEqualTo(2);
    }
}
