package dev.perigee.server;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of the GraphiQL page.
 *
 * @param name {@code graphiql-2f1c88a0.js}: with a digest of the content, so that a name never gets another content
 */
record GraphiqlFile(String name, MediaType type, byte[] content) {
    static GraphiqlFile read(String resource, MediaType type) {
        try (InputStream in = GraphiqlFile.class.getResourceAsStream("graphiql/" + resource)) {
            if (in == null) throw new IllegalStateException("No resource graphiql/" + resource);
            byte[] content = in.readAllBytes();
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 4);
            return new GraphiqlFile(resource.replace(".", "-" + digest + "."), type, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    HttpResponse serve() {
        return HttpResponse.of(
                HttpAnswers.headers(HttpStatus.OK, type)
                        .set(HttpHeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable")
                        .build(),
                HttpData.wrap(content));
    }
}
