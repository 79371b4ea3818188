package dev.perigee.examples.moongate;

import dev.perigee.service.CallerInterceptor;
import dev.perigee.service.StatusInterceptor;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** The server of the game: {@code Moongate 50051}. Its database is in memory, and gone with it. */
public final class Moongate {
    private static final int PORT = 50051;

    private Moongate() {}

    /** @param arguments the port, if it is another than 50051 */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        int port = arguments.length == 0 ? PORT : Integer.parseInt(arguments[0]);
        DataSource database = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "", "");
        Tables.create(database);
        Server server = start(database, port);
        System.out.println("Serving the services of Moongate at localhost:" + server.getPort());
        server.awaitTermination();
    }

    /** @param port 0 for one that is free */
    static Server start(DataSource database, int port) throws IOException, SQLException {
        var source = Tables.source(database);
        var tokens = new Tokens();
        return Grpc.newServerBuilderForPort(port, InsecureServerCredentials.create())
                .addService(new AccountService(source, tokens))
                .addService(new PlayerService(source))
                .addService(ProtoReflectionServiceV1.newInstance())
                .intercept(CallerInterceptor.of(tokens::caller))
                .intercept(new StatusInterceptor()) // last, so that it is around all others
                .build()
                .start();
    }
}
