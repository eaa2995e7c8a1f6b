package dev.rampart.http.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.organization.Issuer;
import dev.rampart.domain.organization.OrgSlug;
import dev.rampart.domain.organization.Organization;
import dev.rampart.domain.organization.OrganizationDirectory;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.settings.Branding;
import dev.rampart.domain.shared.OrgId;
import dev.rampart.http.ErrorPages.Failure;
import dev.rampart.http.exchange.Body;
import dev.rampart.http.page.Assets;
import dev.rampart.http.page.Frames;
import dev.rampart.http.page.Pages;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageErrorPagesTest {

    private static final OrgSlug SLUG = new OrgSlug("acme");
    private static final OrgId ID = new OrgId(UUID.fromString("019ab3c4-0000-7000-8000-000000000000"));
    private static final Tenant ACME = new Tenant(ID, SLUG, new Issuer("https://id.example/o/acme"));
    private static final Pages PAGES = new Pages(new Assets());

    private final PageErrorPages pages =
            new PageErrorPages(PAGES, frames(slug -> Optional.of(new Organization(ID, slug, "Acme <Ltd>", true, 1))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|That request doesn’t work",
                "401|You can’t open this page",
                "403|This page has expired",
                "404|Page not found",
                "405|This page can’t be opened like that",
                "413|That was too much",
                "414|That was too much",
                "415|That request doesn’t work",
                "429|Too many attempts",
                "500|Something went wrong",
                "503|We’ll be right back"
            })
    void findsTheWordsForAStatus(int status, String title) {
        assertThat(html(pages, failure(status, ACME))).contains("<h1>" + title + "</h1>", "request-1");
    }

    @Test
    void speaksForTheOrganization() {
        assertThat(html(pages, failure(404, ACME))).contains("Acme &lt;Ltd&gt;");
    }

    @Test
    void tellsWhatIsWrongWithARequestAndNothingElse() {
        assertThat(html(pages, failure(400, ACME))).contains("the text");
        assertThat(html(pages, failure(500, ACME))).doesNotContain("the text");
    }

    @Test
    void isAPageAllTheSameWhenNobodyKnowsTheOrganization() {
        OrganizationDirectory away = slug -> {
            throw new IllegalStateException("the database is away");
        };

        assertThat(html(pages, failure(404, null))).contains("<span>Rampart</span>");
        assertThat(html(new PageErrorPages(PAGES, frames(away)), failure(503, ACME)))
                .contains("<span>Rampart</span>");
    }

    private static Frames frames(OrganizationDirectory organizations) {
        return new Frames(organizations, _ -> Branding.NONE);
    }

    private static String html(PageErrorPages pages, Failure failure) {
        return ((Body.Text) pages.page(failure).body()).text();
    }

    private static Failure failure(int status, @Nullable Tenant tenant) {
        return new Failure(status, "the title", "the text", "request-1", tenant);
    }
}
