package dev.perigee.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;

/** A key, and a certificate that is its own authority, made by the JDK's keytool when they are needed: none that could expire. */
final class SelfSigned {
    static final char[] PASSWORD = "changeit".toCharArray();

    final KeyStore store;
    final Path certificate;
    final Path key;

    SelfSigned(Path folder, String name, String algorithm) throws Exception {
        Path file = folder.resolve(name + ".p12");
        run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-keyalg",
                algorithm,
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD));
        this.store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        byte[] encoded = store.getCertificate(name).getEncoded();
        this.certificate = pem(folder.resolve(name + ".pem"), "CERTIFICATE", encoded);
        this.key = pem(
                folder.resolve(name + ".key"),
                "PRIVATE KEY",
                store.getKey(name, PASSWORD).getEncoded());
    }

    private static Path pem(Path file, String what, byte[] encoded) throws Exception {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return Files.writeString(
                file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, base64, what), US_ASCII);
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), US_ASCII);
        if (process.waitFor() != 0) throw new AssertionError(said);
    }
}
