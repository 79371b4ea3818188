package dev.perigee.grpc.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority, and certificates of it, made by the JDK's keytool as they are needed: none that could expire. */
final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;
    private final Path store;
    final Path authority;

    Certificates(Path folder, String name) {
        this.folder = folder;
        this.store = folder.resolve(name + ".p12");
        this.authority = folder.resolve(name + ".pem");
        keytool("-genkeypair", "-alias", "authority", "-dname", "CN=" + name, "-ext", "bc:c", "-keyalg", "EC");
        keytool("-exportcert", "-rfc", "-alias", "authority", "-file", authority.toString());
    }

    /** A certificate and its key, as PEM. */
    record Identity(Path certificate, Path key) {}

    /** @param names such as {@code dns:localhost} */
    Identity issue(String name, String names) {
        keytool("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "EC");
        Path request = folder.resolve(name + ".csr");
        Path certificate = folder.resolve(name + ".pem");
        keytool("-certreq", "-alias", name, "-file", request.toString());
        keytool(
                "-gencert",
                "-rfc",
                "-alias",
                "authority",
                "-ext",
                "san=" + names,
                "-infile",
                request.toString(),
                "-outfile",
                certificate.toString());
        return new Identity(certificate, key(name));
    }

    private Path key(String alias) {
        Path file = folder.resolve(alias + ".key");
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD);
            Key key = keys.getKey(alias, PASSWORD);
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
            Files.writeString(
                    file, "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n", US_ASCII);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private void keytool(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", new String(PASSWORD)));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), US_ASCII);
            if (process.waitFor() != 0) throw new AssertionError(command + ": " + said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
