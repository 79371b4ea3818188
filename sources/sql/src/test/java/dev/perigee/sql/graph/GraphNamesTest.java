package dev.perigee.sql.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perigee.sql.model.Kind;
import dev.perigee.sql.model.Model;
import dev.perigee.sql.model.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphNamesTest {
    private final GraphNames names = GraphNames.of(Library.MODEL);

    @ParameterizedTest
    @CsvSource({
        "Post, post, posts",
        "Category, category, categories",
        "Day, day, days",
        "Box, box, boxes",
        "Branch, branch, branches",
        "Address, address, addresses",
        "URL, url, urls",
        "URLPath, urlPath, urlPaths",
        "X, x, xes",
        "Y, y, ys",
        "post_tag, post_tag, post_tags",
        "V2Row, v2Row, v2Rows",
        "HTTP2, http2, http2s"
    })
    void namesRootFieldsByTheType(String typeName, String keyField, String listField) {
        Table table = new TableSketch(typeName).column("id", Kind.TEXT).table();
        TableNames of = GraphNames.of(Model.builder().table(table).build()).of(table);
        assertThat(of.keyField()).isEqualTo(keyField);
        assertThat(of.listField()).isEqualTo(listField);
    }

    @Test
    void namesATableOnce() {
        TableNames post = names.of(Library.POST);
        assertThat(post.type()).isEqualTo("Post");
        assertThat(post.connection()).isEqualTo("PostConnection");
        assertThat(post.filter()).isEqualTo("PostFilter");
        assertThat(post.order()).isEqualTo("PostOrder");
        assertThat(post.createField()).isEqualTo("createPost");
        assertThat(post.updateInput()).isEqualTo("UpdatePostInput");
    }

    @Test
    void putsTheTypeBeforeAFinderThatIsTaken() {
        assertThat(names.of(Library.ACCOUNT).finder(Library.ACCOUNT.uniqueKeys().getFirst()))
                .isEqualTo("findByUsername");
        assertThat(names.of(Library.TAG).finder(Library.TAG.uniqueKeys().getFirst()))
                .isEqualTo("tagFindByUsername");
    }

    @Test
    void givesRelationsWithEdgeColumnsTheirOwnTypes() {
        assertThat(names.of(Library.POST.relation("tags")))
                .isEqualTo(new RelationNames("PostTagsConnection", "PostTagsEdge", ""));
        assertThat(names.of(Library.POST.relation("tagSet")))
                .isEqualTo(new RelationNames("TagConnection", "TagEdge", ""));
        assertThat(names.of(Library.POST.relation("comments")))
                .isEqualTo(new RelationNames("CommentConnection", "CommentEdge", "CreatePostCommentsInput"));
    }

    @Test
    void renamesWhatTheGraphHasInItsPlace() {
        assertThat(names.filterField(Library.COMMENT, "not")).isEqualTo("not_");
        assertThat(names.filterField(Library.COMMENT, "written")).isEqualTo("written");
        assertThat(names.edgeField(Library.POST.relation("tags"), Library.POST_TAG.column("node")))
                .isEqualTo("node_");
        Table both = new TableSketch("Both")
                .column("version", Kind.INTEGER)
                .column("version_", Kind.INTEGER)
                .key("version", "version_")
                .table();
        assertThat(names.updateArgument(both, both.column("version"))).isEqualTo("version__");
        assertThat(names.updateArgument(both, both.column("version_"))).isEqualTo("version_");
    }

    @Test
    void refusesNamesThatNoGraphCanHave() {
        Table bad = new TableSketch("Order Line").column("id", Kind.TEXT).table();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphNames.of(Model.builder().table(bad).build()))
                .withMessageStartingWith("A graph can't have the name \"Order Line\" of the table order line:");
        Table twice = new TableSketch("Twice")
                .column("a", Kind.TEXT)
                .column("a", Kind.DATE)
                .table();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphNames.of(Model.builder().table(twice).build()))
                .withMessage("The type Twice has a twice");
    }

    @Test
    void knowsOnlyItsOwnTables() {
        Table other = new TableSketch("Other").column("id", Kind.TEXT).table();
        assertThatIllegalArgumentException().isThrownBy(() -> names.of(other)).withMessage("Not in the graph: other");
    }
}
