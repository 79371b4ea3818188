package dev.perigee.grpc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.execution.Response;
import dev.perigee.execution.ResponseError;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arguments of fields that services are told, and what a request requires. */
class PhotosTest {
    private static final PhotosService SERVICE = new PhotosService();
    private static GraphServer graph;

    @BeforeAll
    static void start() throws Exception {
        graph = GraphServer.of(SERVICE, """
            type Album {
              id: String!
              title: String!
              photos(first: Int): [String!]!
              relatedIds: [String!]!
              related: [Album!] @grpc(method: "photos.v1.Albums/BatchGetAlbums",
                batch: {keys: "ids", from: "parent.related_ids", result: "albums", key: "id"})
            }
            """, source -> source);
    }

    @AfterAll
    static void stop() {
        graph.close();
    }

    @BeforeEach
    void forget() {
        SERVICE.calls.clear();
    }

    @Test
    void arguments_are_those_of_the_request() {
        String query = "query($n: Int) { getAlbum(id: \"1\") { photos(first: $n) } }";
        assertThat(graph.run(query, Map.of("n", 2)).toString())
                .isEqualTo("{\"data\":{\"getAlbum\":{\"photos\":[\"1.1\",\"1.2\"]}}}");
        assertThat(graph.run(query, Map.of("n", 3)).toString())
                .isEqualTo("{\"data\":{\"getAlbum\":{\"photos\":[\"1.1\",\"1.2\",\"1.3\"]}}}");
        assertThat(SERVICE.calls).containsExactly("GetAlbum 1 {photos{first=2.0}}", "GetAlbum 1 {photos{first=3.0}}");
    }

    @Test
    void different_arguments_are_different_calls() {
        assertThat(graph.run("{ a: getAlbum(id: \"1\") { photos(first: 1) } b: getAlbum(id: \"1\") { photos(first: 2) }"
                        + " c: getAlbum(id: \"1\") { title photos(first: 1) } }"))
                .isEqualTo("{\"data\":{\"a\":{\"photos\":[\"1.1\"]},\"b\":{\"photos\":[\"1.1\",\"1.2\"]},"
                        + "\"c\":{\"title\":\"Album 1\",\"photos\":[\"1.1\"]}}}");
        assertThat(SERVICE.calls)
                .containsExactlyInAnyOrder("GetAlbum 1 {photos{first=1.0} title}", "GetAlbum 1 {photos{first=2.0}}");
    }

    @Test
    void different_arguments_are_different_batches() {
        assertThat(graph.run("{ a: getAlbum(id: \"1\") { related { photos(first: 1) } }"
                        + " b: getAlbum(id: \"2\") { related { photos(first: 2) } } }"))
                .isEqualTo("{\"data\":{\"a\":{\"related\":[{\"photos\":[\"2.1\"]},{\"photos\":[\"3.1\"]}]},"
                        + "\"b\":{\"related\":[{\"photos\":[\"3.1\",\"3.2\"]},{\"photos\":[\"4.1\",\"4.2\"]}]}}}");
        assertThat(SERVICE.calls).filteredOn(call -> call.startsWith("Batch")).hasSize(2);
    }

    @Test
    void one_message_has_one_value() {
        Response response =
                graph.run("{ getAlbum(id: \"1\") { few: photos(first: 1) many: photos(first: 2) } }", Map.of());
        ResponseError error = response.errors().getFirst();
        assertThat(error.extensions()).containsEntry("code", "CONFLICTING_ARGUMENTS");
        assertThat(error.message()).contains("\"photos\"");
        assertThat(response.toString()).contains("\"data\":{\"getAlbum\":null}");
        assertThat(SERVICE.calls).isEmpty();
        assertThat(graph.run("{ getAlbum(id: \"1\") { a: photos(first: 2) b: photos(first: 2) } }"))
                .isEqualTo("{\"data\":{\"getAlbum\":{\"a\":[\"1.1\",\"1.2\"],\"b\":[\"1.1\",\"1.2\"]}}}");
    }

    @Test
    void an_update_gives_what_changes() {
        assertThat(graph.run("mutation { updateAlbum(input: {album: {id: \"1\", place: {country: \"FR\"}}}) { id } }"))
                .isEqualTo("{\"data\":{\"updateAlbum\":{\"id\":\"1\"}}}");
        assertThat(SERVICE.calls).containsExactly("UpdateAlbum 1 [place.country]");
    }

    @Test
    void what_is_required_is_so_where_nothing_is_updated() {
        Response response =
                graph.run("mutation { createAlbum(input: {album: {id: \"1\", place: {}}}) { id } }", Map.of());
        ResponseError error = response.errors().getFirst();
        assertThat(error.extensions()).containsEntry("code", "INVALID_ARGUMENT");
        assertThat(error.extensions().get("violations").toString())
                .contains("path=input.album.title", "path=input.album.place.name", "rule=required");
        assertThat(graph.run("mutation { updateAlbum(input: {}) { id } }"))
                .contains("VALIDATION_FAILED")
                .doesNotContain("\"data\":{\"updateAlbum\":{");
        assertThat(SERVICE.calls).isEmpty();
    }

    @Test
    void rules_hold_before_a_call() {
        Response response = graph.run(
                "mutation { createAlbum(input: {album: {title: \"longer than a title may be\"}}) { id } }", Map.of());
        assertThat(response.errors().getFirst().extensions()).containsEntry("code", "INVALID_ARGUMENT");
        assertThat(response.errors().getFirst().message()).contains("input.album.title");
        assertThat(SERVICE.calls).isEmpty();
    }
}
