package dev.perigee.sql.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perigee.language.Source;
import dev.perigee.schema.ObjectType;
import dev.perigee.schema.Schema;
import dev.perigee.sql.graph.GraphOptions.HiddenInputs;
import dev.perigee.sql.graph.GraphOptions.ToMany;
import dev.perigee.sql.model.Column.Trait;
import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphSchemaTest {
    private static final GraphOptions WRITING = GraphOptions.DEFAULT.withMutations();

    /** {@code -Dgolden.update} rewrites the files that differ. */
    @ParameterizedTest
    @ValueSource(strings = {"reading", "writing", "lists"})
    void printsTheLibrary(String name) throws IOException {
        GraphOptions options = switch (name) {
            case "writing" -> WRITING;
            case "lists" -> GraphOptions.DEFAULT.with(ToMany.LISTS);
            default -> GraphOptions.DEFAULT;
        };
        String printed = GraphSchema.print(Library.MODEL, options);
        Path golden = Path.of("src/test/resources/dev/perigee/sql/graph", name + ".graphql");
        if (System.getProperty("golden.update") != null) Files.writeString(golden, printed);
        assertThat(printed).isEqualTo(Files.readString(golden));
        Schema schema = Schema.of(Source.of("generated", printed));
        assertThat(schema.type("Post")).isInstanceOf(ObjectType.class);
        assertThat(schema.type("Post").description()).isEqualTo("A text.\nIt has \"\"\"quotes\"\"\" and a \\.");
    }

    @Test
    void saysWhyATableLacksMutations() {
        assertThat(GraphSchema.notes(Library.MODEL, WRITING))
                .containsExactly(
                        "account has no create mutation: a row must have [passwordHash], which is hidden.",
                        "draft has no mutations: it has no primary key.",
                        "audit is not in the graph: it has no column to be seen.");
    }

    @Test
    void takesHiddenColumnsThatMustBeGivenIfToldTo() {
        String printed = GraphSchema.print(Library.MODEL, WRITING.with(HiddenInputs.REQUIRED));
        assertThat(printed).contains("createAccount(input: CreateAccountInput!): Account!");
        assertThat(printed).containsOnlyOnce("passwordHash: String!").doesNotContain("secret");
        Schema.of(Source.of("generated", printed));
    }

    @Test
    void refusesAModelWithNothingToSee() {
        Model model = Model.builder().table(Library.AUDIT).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphSchema.print(model, WRITING))
                .withMessage("No table of the model has a column to be seen");
    }

    @Test
    void givesReservedTypeNamesAway() {
        Model model = Model.builder()
                .table(new TableSketch("Date")
                        .column("id", Kind.DATE, Trait.FILTERABLE)
                        .key("id")
                        .table())
                .table(new TableSketch("Query")
                        .column("id", Kind.TEXT)
                        .key("id")
                        .table())
                .table(new TableSketch("DateConnection").column("id", Kind.TEXT).table())
                .build();
        Schema schema = Schema.of(Source.of("generated", GraphSchema.print(model, GraphOptions.DEFAULT)));
        assertThat(schema.queryType().field("date").type()).hasToString("Date_");
        assertThat(schema.queryType().field("dates").type()).hasToString("DateConnection!");
        assertThat(schema.queryType().field("dateConnections").type()).hasToString("DateConnectionConnection!");
        assertThat(schema.type("Query_")).isNotNull();
    }
}
