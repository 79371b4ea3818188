package dev.perigee.examples.music;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/** Makes the database of a music store in an empty database, of H2 or PostgreSQL. */
public final class CreateMusic {
    private static final long SEED = 1969;
    private static final String H2 = "jdbc:h2:";

    private CreateMusic() {}

    /** @param arguments a URL of JDBC, with user and password in it where they are needed */
    public static void main(String[] arguments) throws SQLException, IOException {
        if (arguments.length != 1) throw new IllegalArgumentException("Expected the URL of a database");
        String url = arguments[0];
        if (url.startsWith(H2)) createFile(url, Path.of(url.substring(H2.length()) + ".mv.db"));
        else create(url);
    }

    private static void createFile(String url, Path file) throws SQLException, IOException {
        if (Files.exists(file)) return; // made before, and perhaps being served
        try {
            create(url);
        } catch (SQLException | IOException | RuntimeException e) {
            Files.deleteIfExists(file); // or half of it would be taken for all next time
            throw e;
        }
    }

    /** Makes the tables, and fills them with the same rows each time. */
    static void create(String url) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String text : tables().split(";\n")) if (!text.isBlank()) statement.execute(text);
            }
            Random random = new Random(SEED);
            Tables tables = new Tables(connection);
            Catalogue catalogue = Catalogue.make(random);
            catalogue.insert(tables);
            Playlists.insert(catalogue, random, tables);
            Sales.insert(catalogue, random, tables);
            connection.commit();
        }
    }

    private static String tables() throws IOException {
        try (InputStream in = CreateMusic.class.getResourceAsStream("tables.sql")) {
            if (in == null) throw new IOException("tables.sql is missing");
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
