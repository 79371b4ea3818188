package dev.perigee.examples.blog;

import com.sun.net.httpserver.Filter;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts what arrives at the backends: statements at the data source, calls at the gRPC server, requests at the HTTP server. */
final class BackendCalls {
    private final AtomicInteger sql = new AtomicInteger();
    private final AtomicInteger grpc = new AtomicInteger();
    private final AtomicInteger http = new AtomicInteger();

    /** Calls by source, of the sources that were called at all. */
    Map<String, Integer> counted() {
        var counted = new TreeMap<>(Map.of("sql", sql.get(), "grpc", grpc.get(), "http", http.get()));
        counted.values().removeIf(count -> count == 0);
        return counted;
    }

    void reset() {
        sql.set(0);
        grpc.set(0);
        http.set(0);
    }

    DataSource countStatements(DataSource database) {
        return counting(DataSource.class, database);
    }

    /** Passes calls on, wraps connections and statements that they return, counts executions. */
    private <T> T counting(Class<T> type, T target) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (target instanceof PreparedStatement && method.getName().startsWith("execute"))
                        sql.incrementAndGet();
                    try {
                        return switch (method.invoke(target, arguments)) {
                            case Connection connection -> counting(Connection.class, connection);
                            case PreparedStatement statement -> counting(PreparedStatement.class, statement);
                            case null -> null;
                            case Object other -> other;
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return type.cast(proxy);
    }

    ServerInterceptor grpcInterceptor() {
        return new ServerInterceptor() {
            @Override
            public <A, B> ServerCall.Listener<A> interceptCall(
                    ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
                grpc.incrementAndGet();
                return next.startCall(call, headers);
            }
        };
    }

    Filter httpFilter() {
        return Filter.beforeHandler("counts requests", exchange -> http.incrementAndGet());
    }
}
