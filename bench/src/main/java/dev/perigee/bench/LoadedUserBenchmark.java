package dev.perigee.bench;

import static java.util.Objects.requireNonNull;

import dev.perigee.data.Context;
import dev.perigee.data.Loader;
import dev.perigee.data.Wiring;
import graphql.ExecutionInput;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.dataloader.MappedBatchLoader;

/**
 * 1,000 objects each with a loaded one, 50 of which are distinct: one call of the loader. Both load from a map, without
 * another thread, so that nothing but the engines takes time.
 */
public class LoadedUserBenchmark extends ExecuteBenchmark {
    private static final Map<Long, User> USERS = User.byId(50);
    private final List<Post> posts = Post.list(1_000, USERS.size());

    @Override
    String schema() {
        return """
            type Query { posts: [Post!]! }
            type Post { id: ID! title: String! author: User }
            type User { id: ID! name: String! email: String }
            """;
    }

    @Override
    String document() {
        return "{ posts { id title author { id name email } } }";
    }

    @Override
    Wiring wiring() {
        return Wiring.builder()
                .query("posts", (arguments, context) -> posts)
                .type("Post", Post.class, fields -> fields.load("author", UserById.class, Post::authorId))
                .type("User", User.class)
                .loader(new UserById())
                .build();
    }

    @Override
    RuntimeWiring peerWiring() {
        return RuntimeWiring.newRuntimeWiring()
                .type("Query", query -> query.dataFetcher("posts", environment -> posts))
                .type(
                        "Post",
                        post -> post.dataFetcher("id", new Getter<>(Post::id))
                                .dataFetcher("title", new Getter<>(Post::title))
                                .dataFetcher("author", LoadedUserBenchmark::author))
                .type(
                        "User",
                        user -> user.dataFetcher("id", new Getter<>(User::id))
                                .dataFetcher("name", new Getter<>(User::name))
                                .dataFetcher("email", new Getter<>(User::email)))
                .build();
    }

    @Override
    void preparePeer(ExecutionInput.Builder request) {
        MappedBatchLoader<Long, User> users = ids -> CompletableFuture.completedFuture(User.find(ids, USERS));
        DataLoader<Long, User> loader = DataLoaderFactory.newMappedDataLoader(users);
        request.dataLoaderRegistry(new DataLoaderRegistry().register("users", loader));
    }

    private static CompletableFuture<User> author(DataFetchingEnvironment environment) {
        Post post = requireNonNull(environment.getSource());
        DataLoader<Long, User> users = requireNonNull(environment.getDataLoader("users"));
        return users.load(post.authorId());
    }

    private static final class UserById implements Loader<Long, User> {
        @Override
        public Map<Long, User> load(Set<Long> ids, Context context) {
            return User.find(ids, USERS);
        }
    }
}
