package dev.perigee.sql.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source some of whose calls fail, or do something before they run. Thread-safe. */
final class Faults {
    private final Map<String, Fault> before = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();

    /** What happens before a call. */
    @FunctionalInterface
    interface Fault {
        void happen() throws SQLException;
    }

    /** @param method of DataSource, Connection or PreparedStatement */
    void before(String method, Fault fault) {
        before.put(method, fault);
    }

    void fail(String method, String state) {
        before(method, () -> {
            throw new SQLException("Made to fail: " + method, state);
        });
    }

    void heal() {
        before.clear();
    }

    /** How many connections were not closed yet. */
    int open() {
        return open.get();
    }

    DataSource over(DataSource dataSource) {
        return proxy(DataSource.class, dataSource);
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("close") && target instanceof Connection) open.decrementAndGet();
                    Fault fault = before.get(method.getName());
                    if (fault != null) fault.happen();
                    try {
                        Object result = method.invoke(target, arguments);
                        if (result instanceof Connection connection && target instanceof DataSource) {
                            open.incrementAndGet();
                            return proxy(Connection.class, connection);
                        }
                        return result instanceof PreparedStatement prepared
                                ? proxy(PreparedStatement.class, prepared)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
