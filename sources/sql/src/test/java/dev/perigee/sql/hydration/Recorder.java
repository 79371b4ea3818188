package dev.perigee.sql.hydration;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Writes down the statements that go through a data source. Thread-safe. */
public final class Recorder {
    private final List<String> texts = new ArrayList<>();

    /** The data source, with all that is prepared written down. */
    public DataSource over(DataSource dataSource) {
        return proxy(
                DataSource.class,
                dataSource,
                (name, arguments, result) -> result instanceof Connection connection ? over(connection) : result);
    }

    private Connection over(Connection connection) {
        return proxy(Connection.class, connection, (name, arguments, result) -> {
            if (name.equals("prepareStatement")) add((String) arguments[0]);
            return result;
        });
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
