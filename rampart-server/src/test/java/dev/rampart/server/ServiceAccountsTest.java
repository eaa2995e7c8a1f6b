package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.server.AdminApi.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that act for themselves, over HTTP. */
final class ServiceAccountsTest {

    private TestServer server;
    private AdminApi owner;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        owner = AdminApi.of(server, GLOBEX, "boss");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isMadeWithASecretThatIsToldOnce() throws Exception {
        Answer made = owner.post("/service-accounts", "{\"client_id\": \"robot\", \"client_name\": \"Robot\"}");

        assertThat(made.status()).as(made.http().body()).isEqualTo(201);
        String secret = made.text("/client_secret");
        assertThat(AdminApi.token(server, GLOBEX, "robot", secret).statusCode()).isEqualTo(200);
        assertThat(owner.get("/service-accounts/robot").http().body()).doesNotContain(secret);
        assertThat(owner.get("/clients/robot").text("/grant_types/0")).isEqualTo("client_credentials");
        assertThat(owner.post("/service-accounts", "{\"client_id\": \"robot\", \"client_name\": \"Robot\"}")
                        .status())
                .isEqualTo(409);
        assertThat(owner.post("/service-accounts", "{\"client_name\": \"R\", \"redirect_uris\": []}")
                        .pointers())
                .containsExactly("/redirect_uris");
    }

    @Test
    void isListedWithItsRolesAndNoOtherClientIs() throws Exception {
        Answer all = owner.get("/service-accounts?sort=created_at");

        assertThat(all.json()
                        .path("items")
                        .valueStream()
                        .map(account -> account.path("client_id").asString("")))
                .containsExactly("boss", "help", "reader", "root", "service");
        assertThat(all.text("/items/0/roles/0")).isEqualTo("owner");
        assertThat(owner.get("/service-accounts?q=re").json().path("items").size())
                .isEqualTo(1);
        assertThat(owner.get("/service-accounts/web").status()).isEqualTo(404);
        assertThat(owner.delete("/service-accounts/web").status()).isEqualTo(404);
    }

    @Test
    void losesWhatItMayAtOnceWhenItIsDisabledOrRemoved() throws Exception {
        AdminApi reader = AdminApi.of(server, GLOBEX, "reader");

        Answer disabled = owner.patch("/service-accounts/reader", "{\"enabled\": false}");
        assertThat(disabled.status()).isEqualTo(200);
        assertThat(reader.get("/users").status()).isEqualTo(401);
        assertThat(owner.patch("/service-accounts/reader", "{\"enabled\": true}")
                        .status())
                .isEqualTo(200);
        assertThat(reader.get("/users").status()).isEqualTo(200);
        assertThat(owner.send("DELETE", "/service-accounts/reader", "", Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        assertThat(owner.delete("/service-accounts/reader").status()).isEqualTo(204);
        assertThat(reader.get("/users").status()).isEqualTo(401);
    }

    @Test
    void isLeftAloneByWhoeverMayDoLess() throws Exception {
        String keeper = owner.post("/roles", """
                {"name": "keeper", "permissions": ["service_account:read", "service_account:write"]}""").text("/id");
        owner.send("PUT", "/clients/service/roles/" + keeper, "", Map.of());
        AdminApi service = AdminApi.of(server, GLOBEX, TestServer.SERVICE);

        assertThat(service.patch("/service-accounts/boss", "{\"enabled\": false}")
                        .status())
                .isEqualTo(403);
        assertThat(service.delete("/service-accounts/help").status()).isEqualTo(403);
        assertThat(service.post("/service-accounts", "{\"client_name\": \"Mine\"}")
                        .status())
                .isEqualTo(201);
        assertThat(service.get("/clients").status()).isEqualTo(403);
    }
}
