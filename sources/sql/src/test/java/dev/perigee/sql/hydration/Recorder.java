package dev.perigee.sql.hydration;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Writes down the statements that go through a data source, and counts the rows that come back. Thread-safe. */
public final class Recorder {
    private final List<String> texts = new ArrayList<>();
    private final AtomicLong rows = new AtomicLong();

    /** The data source, with all that is prepared written down. */
    public DataSource over(DataSource dataSource) {
        return proxy(
                DataSource.class,
                dataSource,
                (name, arguments, result) -> result instanceof Connection connection ? over(connection) : result);
    }

    private Connection over(Connection connection) {
        return proxy(Connection.class, connection, (name, arguments, result) -> {
            if (!name.equals("prepareStatement")) return result;
            add((String) arguments[0]);
            return over((PreparedStatement) result);
        });
    }

    private PreparedStatement over(PreparedStatement statement) {
        return proxy(
                PreparedStatement.class,
                statement,
                (name, arguments, result) -> result instanceof ResultSet found ? over(found) : result);
    }

    private ResultSet over(ResultSet result) {
        return proxy(ResultSet.class, result, (name, arguments, value) -> {
            if (name.equals("next") && Boolean.TRUE.equals(value)) rows.incrementAndGet();
            return value;
        });
    }

    /** How many rows were read so far. */
    long rows() {
        return rows.get();
    }

    private synchronized void add(String text) {
        texts.add(text);
    }

    /** What was prepared since the last time this was called. */
    public synchronized List<String> take() {
        List<String> taken = List.copyOf(texts);
        texts.clear();
        return taken;
    }

    private interface After {
        Object apply(String name, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return after.apply(method.getName(), arguments, method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
