package dev.perigee.graphql;

import dev.perigee.data.Arguments;
import dev.perigee.data.ClientException;
import dev.perigee.data.FieldFunction;
import dev.perigee.data.Wiring;
import dev.perigee.execution.Engine;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The graph of a remote server: interfaces, a union, arguments of all kinds, and fields that fail. */
final class Blog {
    static final String SDL = """
        type Query {
          posts(first: Int = 3, state: State): [Post!]!
          post(id: ID!): Post
          user(id: ID!): User
          users(ids: [ID!]!): [User]!
          postsOf(authors: [ID!]!, state: State): [Post!]!
          node(id: ID!): Node
          nodes: [Node]!
          search(text: String!): [Hit!]!
          broken: String
          echo(value: Moment, name: Name, names: [Name!], n: Int = 7, state: State = OPEN): String!
        }
        type Mutation { rename(id: ID!, name: String!): User! }
        enum State { OPEN CLOSED }
        scalar Moment
        interface Node { id: ID! best: Post }
        type User implements Node {
          id: ID! name: String! mail(masked: Boolean = true): String best: Post
          posts: [Post!]! fails: String failsHard: String! at: Moment score: Float
        }
        type Post implements Node {
          id: ID! title: String! state: State! authorId: ID author: User best: Post tags: [String!]! hard: User!
        }
        union Hit = User | Post
        input Name { first: String!, last: String = "x", inner: Name }
        """;

    private static final Map<String, String> NAMES = new HashMap<>(Map.of("u1", "Ada", "u2", "Bob", "u3", "Cy"));

    private Blog() {}

    static Engine engine() {
        return Engine.builder(Schema.of(Source.of("blog.graphqls", SDL)))
                .wiring(Wiring.ofFunctions(functions()))
                .build();
    }

    static Map<String, Object> user(String id) {
        return Map.of("__typename", "User", "id", id);
    }

    static Map<String, Object> post(int n) {
        return Map.of("__typename", "Post", "id", "p" + n, "n", n);
    }

    private static int n(Object post) {
        return (Integer) ((Map<?, ?>) post).get("n");
    }

    private static String id(Object object) {
        return (String) ((Map<?, ?>) object).get("id");
    }

    private static List<Object> posts(int count) {
        List<Object> posts = new ArrayList<>();
        for (int i = 0; i < count; i++) posts.add(post(i));
        return posts;
    }

    private static Map<String, FieldFunction> functions() {
        Map<String, FieldFunction> all = new LinkedHashMap<>();
        all.put("Query.posts", (root, arguments, context, info) -> posts(arguments.integer("first")));
        all.put("Query.post", (root, arguments, context, info) -> {
            String id = arguments.id("id");
            return id.matches("p\\d+") ? post(Integer.parseInt(id.substring(1))) : null;
        });
        all.put("Query.user", (root, arguments, context, info) -> userOf(arguments.id("id")));
        all.put(
                "Query.users",
                (root, arguments, context, info) -> arguments.list("ids", String.class).reversed().stream()
                        .map(Blog::userOf)
                        .toList());
        all.put(
                "Query.postsOf",
                (root, arguments, context, info) -> posts(6).stream()
                        .filter(post -> arguments.list("authors", String.class).contains(authorOf(post)))
                        .toList());
        all.put(
                "Query.node",
                (root, arguments, context, info) ->
                        arguments.id("id").startsWith("u") ? userOf(arguments.id("id")) : post(1));
        all.put("Query.nodes", (root, arguments, context, info) -> List.of(user("u1"), post(2), user("u3")));
        all.put("Query.search", (root, arguments, context, info) -> List.of(post(1), user("u2")));
        all.put("Query.broken", (root, arguments, context, info) -> {
            throw new ClientException("TEAPOT", "Short and stout.");
        });
        all.put("Query.echo", (root, arguments, context, info) -> text(arguments));
        all.put("Mutation.rename", (root, arguments, context, info) -> {
            NAMES.put(arguments.id("id"), arguments.string("name"));
            return user(arguments.id("id"));
        });
        all.put("User.name", (user, arguments, context, info) -> NAMES.get(id(user)));
        all.put(
                "User.mail",
                (user, arguments, context, info) -> arguments.flag("masked") ? "***" : id(user) + "@example.com");
        all.put("User.best", (user, arguments, context, info) -> id(user).equals("u3") ? null : post(0));
        all.put("User.posts", (user, arguments, context, info) -> List.of(post(1), post(2)));
        all.put("User.fails", (user, arguments, context, info) -> {
            if (id(user).equals("u1")) throw new ClientException("NO_LUCK", "Fails of " + id(user) + ".");
            return "well";
        });
        all.put("User.failsHard", (user, arguments, context, info) -> {
            if (id(user).equals("u1")) throw new ClientException("HARD_LUCK", "Fails hard of " + id(user) + ".");
            return "very well";
        });
        all.put("User.at", (user, arguments, context, info) -> Map.of("day", 3, "zone", List.of("utc", 0)));
        all.put("User.score", (user, arguments, context, info) -> 1.5);
        all.put("Post.title", (post, arguments, context, info) -> "Title " + n(post));
        all.put("Post.state", (post, arguments, context, info) -> n(post) % 2 == 0 ? "OPEN" : "CLOSED");
        all.put("Post.authorId", (post, arguments, context, info) -> authorOf(post));
        all.put("Post.author", (post, arguments, context, info) -> user("u" + (1 + n(post) % 3)));
        all.put("Post.best", (post, arguments, context, info) -> post(n(post) + 1));
        all.put("Post.tags", (post, arguments, context, info) -> List.of("a", "b" + n(post)));
        all.put("Post.hard", (post, arguments, context, info) -> user("u1"));
        return all;
    }

    private static Object userOf(String id) {
        return NAMES.containsKey(id) ? user(id) : null;
    }

    private static String authorOf(Object post) {
        return "u" + (1 + n(post) % 3);
    }

    private static String text(Arguments arguments) {
        return arguments.asMap().toString();
    }
}
