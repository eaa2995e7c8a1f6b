package dev.rampart.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.rampart.domain.network.Network;
import dev.rampart.domain.testing.TestAuthority;
import dev.rampart.outbound.http.OutboundSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An application with a web server of its own, by TLS on this machine, where its keys and its requests lie. */
final class TestRelyingParty implements AutoCloseable {

    private final HttpsServer web;
    private final TestAuthority authority;
    private final Map<String, String> files = new ConcurrentHashMap<>();
    final AtomicInteger fetched = new AtomicInteger();

    private TestRelyingParty(HttpsServer web, TestAuthority authority) {
        this.web = web;
        this.authority = authority;
    }

    static TestRelyingParty in(Path folder) throws Exception {
        TestAuthority authority = TestAuthority.in(folder);
        HttpsServer web = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.setHttpsConfigurator(new HttpsConfigurator(authority.server("dns:localhost,ip:127.0.0.1")));
        TestRelyingParty party = new TestRelyingParty(web, authority);
        web.createContext("/", exchange -> {
            party.fetched.incrementAndGet();
            byte[] file = party.files
                    .getOrDefault(exchange.getRequestURI().getPath(), "")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(file.length == 0 ? 404 : 200, file.length == 0 ? -1 : file.length);
            if (file.length > 0) {
                exchange.getResponseBody().write(file);
            }
            exchange.close();
        });
        web.start();
        return party;
    }

    /** With which a server gets here. */
    OutboundSettings reachable() throws Exception {
        return new OutboundSettings(
                List.of(
                        Network.parse("127.0.0.0/8").orElseThrow(),
                        Network.parse("::1").orElseThrow()),
                List.of(authority.root()));
    }

    String at(String path) {
        return "https://localhost:" + web.getAddress().getPort() + path;
    }

    void put(String path, String text) {
        files.put(path, text);
    }

    /** A new key, and no other. */
    ECKey publishKey(String id) throws JOSEException {
        ECKey key = key(id);
        put("/keys", new JWKSet(key).toString());
        return key;
    }

    static ECKey key(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }

    static String signed(ECKey key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    @Override
    public void close() {
        web.stop(0);
    }
}
