package dev.perigee.examples.blog.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The comment service as any HTTP client sees it. */
class CommentServerTest {
    private final CommentServer server = new CommentServer();
    private final HttpClient client = HttpClient.newHttpClient();
    private URI service;

    @BeforeEach
    void start() throws Exception {
        service = server.start();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void byId() throws Exception {
        assertThat(get("?id=1,2,99999").body())
                .startsWith("[{\"id\":1,\"postId\":")
                .contains(",{\"id\":2,\"postId\":")
                .doesNotContain("99999");
    }

    @Test
    void theNewestOfSeveralPosts() throws Exception {
        assertThat(get("?post=40,80&last=2").body().split("\"postId\":40,")).hasSize(3);
        assertThat(get("?post=40,80&last=2").body().split("\"postId\":80,")).hasSize(3);
    }

    @Test
    void theNewestOfSeveralAuthors() throws Exception {
        assertThat(get("?author=1,2,3&last=1").body().split("\"authorId\":")).hasSize(4);
    }

    @Test
    void added() throws Exception {
        var added = post("{\"postId\": 1, \"authorId\": 2, \"text\": \"Hello.\"}");
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.body())
                .startsWith("{\"id\":8001,\"postId\":1,\"authorId\":2,\"text\":\"Hello.\",\"createdAt\":");
        assertThat(get("?post=1&last=1").body()).isEqualTo("[" + added.body() + "]");
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        assertThat(get("?id=one").statusCode()).isEqualTo(400);
        assertThat(get("?post=1").body()).isEqualTo("{\"error\":\"Parameter last is missing\"}");
        assertThat(get("?last=1").body()).isEqualTo("{\"error\":\"Parameter author is missing\"}");
        assertThat(get("?post=1&last=-1").body()).isEqualTo("{\"error\":\"last is -1\"}");
        assertThat(get("").statusCode()).isEqualTo(400);
        assertThat(post("{").statusCode()).isEqualTo(400);
        assertThat(post("{\"postId\": 1, \"authorId\": 2, \"text\": \"\"}").statusCode())
                .isEqualTo(400);
        assertThat(post("{\"postId\": 1, \"authorId\": 2}").statusCode()).isEqualTo(400);
        var delete = HttpRequest.newBuilder(service).DELETE().build();
        assertThat(client.send(delete, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    private HttpResponse<String> get(String query) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(service + query)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String json) throws Exception {
        var request = HttpRequest.newBuilder(service)
                .POST(BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
