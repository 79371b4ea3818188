package dev.perigee.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perigee.client.http.Address;
import dev.perigee.json.JsonWriter;
import dev.perigee.schema.IntrospectionResult;
import dev.perigee.schema.SchemaException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file with a server's answer to introspection: JSON with {@code server}, {@code etag}, {@code hash} and {@code response},
 * which is as it came. What is wrong with the file costs a fetch and a line in the log, nothing more.
 */
final class SchemaCache {
    private static final System.Logger LOG = System.getLogger(SchemaCache.class.getName());
    private static final int MAX_BYTES = 256 << 20;

    private final Path file;
    private final Address address;
    private final Scalars scalars;

    SchemaCache(Path file, Address address, Scalars scalars) {
        this.file = file;
        this.address = address;
        this.scalars = scalars;
    }

    /** What the file has of this server; null if that is nothing. */
    @Nullable FetchedSchema read() {
        if (!Files.exists(file)) return null;
        try {
            if (Files.size(file) > MAX_BYTES) throw new IOException("it has more than " + MAX_BYTES + " bytes");
            Data cached = Data.of(ServerJson.read(Files.readAllBytes(file)), "");
            if (!address.toString().equals(cached.read("server", ValueReader.STRING))) return null;
            Map<String, @Nullable Object> response =
                    cached.read("response", ValueReader.nonNull(ValueReader.object(Data::asMap)));
            return new FetchedSchema(
                    IntrospectionResult.toSchema(response, scalars.byName()),
                    cached.read("etag", ValueReader.STRING),
                    cached.read("hash", ValueReader.nonNull(ValueReader.STRING)),
                    System.nanoTime());
        } catch (IOException | UnreadableException | SchemaException e) {
            LOG.log(System.Logger.Level.WARNING, "The cached schema " + file + " is not used: " + e.getMessage());
            return null;
        }
    }

    /** In one step, so that another process never reads half of it. */
    void write(FetchedSchema fetched, byte[] response) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, file.getFileName().toString(), null);
            Files.write(fresh, content(fetched, response));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The schema is not kept in " + file + ": " + e.getMessage());
        }
    }

    private byte[] content(FetchedSchema fetched, byte[] response) {
        JsonWriter head = new JsonWriter();
        head.raw("{\"server\":".getBytes(UTF_8));
        head.writeString(address.toString());
        head.raw(",\"etag\":".getBytes(UTF_8));
        head.writeValue(fetched.etag());
        head.raw(",\"hash\":".getBytes(UTF_8));
        head.writeString(fetched.hash());
        head.raw(",\"response\":".getBytes(UTF_8));
        ByteArrayOutputStream content = new ByteArrayOutputStream(response.length + 500);
        content.writeBytes(head.toByteArray());
        content.writeBytes(response);
        content.write('}');
        return content.toByteArray();
    }
}
