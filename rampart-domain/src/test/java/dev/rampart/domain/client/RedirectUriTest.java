package dev.rampart.domain.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedirectUriTest {

    private static final String LOOPBACK = "http://127.0.0.1/cb?a=b";

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/cb?a=b", "http://127.0.0.1:1/cb?a=b", "http://127.0.0.1:65535/cb?a=b"})
    void reachesANativeApplicationOnAnyPortOfItsMachine(String uri) {
        assertThat(client(ApplicationType.NATIVE, LOOPBACK).mayReceiveAt(new RedirectUri(uri)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/cb",
                "http://127.0.0.1:8080/cb?a=b&c=d",
                "http://127.0.0.1:8080/other?a=b",
                "http://[::1]:8080/cb?a=b",
                "http://localhost:8080/cb?a=b",
                "https://127.0.0.1:8080/cb?a=b",
                "http://127.0.0.1:80x/cb?a=b",
                "http://127.0.0.1:8080@evil.example/cb?a=b",
                "http://127.0.0.1.evil.example:8080/cb?a=b",
                "http://127.0.0.1:/cb?a=b",
                "http://evil.example:8080/cb?a=b"
            })
    void reachesNothingElse(String uri) {
        assertThat(client(ApplicationType.NATIVE, LOOPBACK).mayReceiveAt(new RedirectUri(uri)))
                .isFalse();
    }

    @Test
    void reachesAnApplicationOnTheWebAtItsOwnPortAlone() {
        Client web = client(ApplicationType.WEB, LOOPBACK);

        assertThat(web.mayReceiveAt(new RedirectUri(LOOPBACK))).isTrue();
        assertThat(web.mayReceiveAt(new RedirectUri("http://127.0.0.1:8080/cb?a=b")))
                .isFalse();
    }

    private static Client client(ApplicationType type, String uri) {
        ClientMetadata metadata = ClientMetadata.of("App", AuthMethod.NONE, GrantType.AUTHORIZATION_CODE)
                .edit()
                .redirectUris(Set.of(new RedirectUri(uri)))
                .profile(new ClientProfile(type, List.of(), Optional.empty()))
                .done();
        return Client.registered(new ClientId("app"), metadata);
    }
}
