package dev.perigee.cli.serve;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the JDBC driver for a URL: among those that come with Perigee, or in a jar. */
final class SqlDriver {
    private SqlDriver() {}

    /**
     * @param jar null for a driver that comes with Perigee
     * @throws ServeException if there is none
     */
    static Driver find(String url, @Nullable Path jar) throws ServeException {
        ClassLoader loader = SqlDriver.class.getClassLoader();
        if (jar != null) loader = new URLClassLoader("driver", new URL[] {url(jar)}, loader); // open as long as we run
        try {
            for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
                if (driver.acceptsURL(url)) return driver;
            }
        } catch (ServiceConfigurationError | LinkageError | SQLException e) {
            throw new ServeException(
                    List.of("The driver" + (jar == null ? "" : " in " + jar) + " can't be loaded: " + e));
        }
        throw new ServeException(List.of(missing(DatabaseAddress.shown(url), jar)));
    }

    private static String missing(String url, @Nullable Path jar) {
        if (!url.startsWith("jdbc:"))
            return "\"" + url + "\" is no URL of JDBC, such as jdbc:postgresql://localhost/music.";
        if (jar != null) return "There is no driver for " + url + " in " + jar + ".";
        return "There is no driver for " + url
                + ". Those of H2, PostgreSQL and SQLite come with Perigee; name the jar of"
                + " another one with --driver, or with \"driver\" in " + SettingsReader.FILE_NAME + "."
                + (url.startsWith("jdbc:mysql:") || url.startsWith("jdbc:mariadb:")
                        ? " For MariaDB that is mariadb-java-client, for MySQL mysql-connector-j."
                        : "");
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("Every file has a URL", e);
        }
    }
}
