package dev.perigee.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** An authorization server as others have them: RSA, OpenID Connect's metadata, roles in a claim inside of another. */
final class OtherAuthorizationServer implements AutoCloseable {
    private final HttpServer http;
    private final RSAKey key;

    OtherAuthorizationServer() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("their-key").generate();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext(
                "/realm/.well-known/openid-configuration", exchange -> send(exchange, 200, """
                    {"issuer": "%1$s", "jwks_uri": "%1$s/certs", "token_endpoint": "%1$s/token"}\
                    """.formatted(issuer())));
        http.createContext("/realm/certs", exchange -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        http.createContext("/realm/token", this::token);
        http.start();
    }

    String issuer() {
        return "http://localhost:" + http.getAddress().getPort() + "/realm";
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String basic = "Basic " + Base64.getEncoder().encodeToString("web:their-secret".getBytes(UTF_8));
        boolean isRight = form.contains("grant_type=client_credentials")
                && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (isRight)
            send(
                    exchange,
                    200,
                    "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300}".formatted(signed()));
        else send(exchange, 401, "{\"error\":\"invalid_client\"}");
    }

    private String signed() {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(List.of("https://graph.example.com", "https://others.example.com"))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("azp", "web")
                .claim("scope", "todos:read profile")
                .claim("realm_access", Map.of("roles", List.of("accountant")))
                .build();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return jwt.serialize();
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(json.getBytes(UTF_8));
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
