package dev.perigee.examples.blog;

import dev.perigee.data.SourcedSchema;
import dev.perigee.data.Wiring;
import dev.perigee.examples.blog.comments.CommentServer;
import dev.perigee.examples.blog.posts.PostDatabase;
import dev.perigee.examples.blog.users.UserServer;
import dev.perigee.execution.Engine;
import dev.perigee.execution.Request;
import dev.perigee.execution.Response;
import dev.perigee.language.Source;
import dev.perigee.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The whole blog, with the schema files and the module that {@code perigee serve} would take. */
final class RunningBlog implements AutoCloseable {
    final UserServer users;
    final CommentServer comments;
    final Engine engine;
    private final BlogModule module;

    RunningBlog(PostDatabase database, UserServer users, CommentServer comments) throws Exception {
        this.users = users;
        this.comments = comments;
        this.module = new BlogModule(database, users, comments);
        var wiring = Wiring.builder().module(module).build();
        this.engine = Engine.builder(schema(wiring)).wiring(wiring).build();
    }

    /** Without counters. */
    static RunningBlog start() throws Exception {
        return new RunningBlog(new PostDatabase(PostDatabase.inMemory()), new UserServer(), new CommentServer());
    }

    /** With a counter at each backend: of what arrives there, not of what the engine says. */
    static RunningBlog start(BackendCalls calls) throws Exception {
        var database = new PostDatabase(calls.countStatements(PostDatabase.inMemory()));
        var blog = new RunningBlog(
                database, new UserServer(calls.grpcInterceptor()), new CommentServer(calls.httpFilter()));
        calls.reset();
        return blog;
    }

    private static Schema schema(Wiring wiring) throws IOException {
        List<Source> sources = new ArrayList<>();
        try (var files = Files.newDirectoryStream(Path.of("schema"), "*.graphqls")) {
            for (var file : files) sources.add(Source.of(file.toString(), Files.readAllBytes(file)));
        }
        return SourcedSchema.reader(wiring.schemaSources(), sources).read();
    }

    Response run(String document) {
        return engine.execute(Request.of(document));
    }

    @Override
    public void close() throws Exception {
        module.close();
    }
}
