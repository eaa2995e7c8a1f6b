package dev.rampart.server;

import static dev.rampart.server.TestServer.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.server.AdminApi.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists in the orders that they offer: each item once, however small the pages are and whatever has no such name. */
final class SortedListsTest {

    private TestServer server;
    private AdminApi owner;
    private AdminApi root;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
        owner = AdminApi.of(server, GLOBEX, "boss");
        root = AdminApi.of(server, OrgSlug.DEFAULT, "root");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void arePeopleByTheirUsernames() throws Exception {
        for (String name : List.of("bob", "Zoe", "_x", "carol", "Ärger")) {
            owner.post("/users", "{\"username\": \"%s\"}".formatted(name));
        }
        for (String nameless : List.of("n1@example.org", "n2@example.org", "n3@example.org")) {
            owner.post("/users", "{\"email\": \"%s\"}".formatted(nameless));
        }

        List<String> ascending = walked(owner, "/users?sort=username&limit=2", "username");

        assertThat(ascending).containsExactly("", "", "", "_x", "ada", "bob", "carol", "Zoe", "Ärger");
        assertThat(walked(owner, "/users?sort=-username&limit=2", "username")).isEqualTo(ascending.reversed());
        assertThat(walked(owner, "/users?sort=username&limit=2", "id")).doesNotHaveDuplicates();
    }

    @Test
    void arePeopleByTheirAddresses() throws Exception {
        owner.post("/users", "{\"username\": \"nobody\"}");
        owner.post("/users", "{\"email\": \"Bea@example.org\"}");
        owner.post("/users", "{\"email\": \"aaa@example.org\"}");

        assertThat(walked(owner, "/users?sort=email&limit=1", "email"))
                .containsExactly("", "aaa@example.org", "ada@example.org", "Bea@example.org");
        assertThat(walked(owner, "/users?sort=-email&limit=3&q=example", "email"))
                .containsExactly("Bea@example.org", "ada@example.org", "aaa@example.org");
    }

    @Test
    void keepTheirPlaceWhenOthersComeAndGo() throws Exception {
        for (String name : List.of("b", "d", "f")) {
            owner.post("/users", "{\"username\": \"%s\"}".formatted(name));
        }
        Answer first = owner.get("/users?sort=username&limit=2");
        assertThat(first.text("/items/1/username")).isEqualTo("b");

        owner.post("/users", "{\"username\": \"a\"}");
        owner.post("/users", "{\"username\": \"c\"}");
        owner.delete("/users/" + first.text("/items/1/id"));

        Answer second = owner.get("/users?sort=username&limit=2&cursor=" + first.text("/next_cursor"));
        assertThat(second.text("/items/0/username")).isEqualTo("c");
        assertThat(second.text("/items/1/username")).isEqualTo("d");
    }

    @Test
    void areOrganizationsByNameAndSlug() throws Exception {
        root.post("/organizations", "{\"slug\": \"one\", \"name\": \"Same\"}");
        root.post("/organizations", "{\"slug\": \"two\", \"name\": \"Same\"}");
        root.post("/organizations", "{\"slug\": \"abc\", \"name\": \"Zzz\"}");

        assertThat(walked(root, "/organizations?sort=slug&limit=1", "slug"))
                .containsExactly("abc", "acme", "default", "globex", "globex-two", "one", "two");
        List<String> byName = walked(root, "/organizations?sort=name&limit=1", "name");
        assertThat(byName)
                .containsExactly(
                        "Acme", "Globex", "Organization default", "Organization globex-two", "Same", "Same", "Zzz");
        assertThat(walked(root, "/organizations?sort=-name&limit=1", "name")).isEqualTo(byName.reversed());
        assertThat(walked(root, "/organizations?sort=-slug&limit=2", "slug")).startsWith("two", "one");
    }

    @Test
    void areApplicationsByName() throws Exception {
        List<String> ascending = walked(owner, "/clients?sort=client_name&limit=1", "client_name");

        assertThat(ascending).hasSizeGreaterThan(4).isSorted();
        assertThat(walked(owner, "/clients?sort=-client_name&limit=2", "client_name"))
                .isEqualTo(ascending.reversed());
    }

    @Test
    void refuseACursorOfAnotherOrder() throws Exception {
        owner.post("/users", "{\"username\": \"second\"}");
        String cursor = owner.get("/users?limit=1&sort=-username").text("/next_cursor");

        for (String sort : List.of("username", "-email", "created_at")) {
            assertThat(owner.get("/users?limit=1&sort=%s&cursor=%s".formatted(sort, cursor))
                            .status())
                    .as(sort)
                    .isEqualTo(400);
        }
    }

    @Test
    void refuseAnOrderThatTheyDoNotOfferAndNameThoseThatTheyDo() throws Exception {
        Answer people = owner.get("/users?sort=password");
        Answer groups = owner.get("/groups?sort=username");

        assertThat(people.status()).isEqualTo(400);
        assertThat(people.text("/errors/0/detail"))
                .isEqualTo("is not one of [created_at, -created_at, username, -username, email, -email]");
        assertThat(groups.text("/errors/0/detail")).isEqualTo("is not one of [created_at, -created_at]");
        assertThat(owner.get("/users?deleted=true&sort=username").status()).isEqualTo(400);
        assertThat(owner.get("/users?deleted=true&sort=created_at").status()).isEqualTo(200);
    }

    /** That member of every item, page by page; nothing where it is missing. */
    private static List<String> walked(AdminApi api, String path, String member) throws Exception {
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            Answer page = api.get(path + (next.isEmpty() ? "" : "&cursor=" + next));
            assertThat(page.status()).as(path).isEqualTo(200);
            page.json().path("items").forEach(item -> seen.add(item.path(member).asString("")));
            next = page.text("/next_cursor");
        } while (!next.isEmpty());
        return seen;
    }
}
