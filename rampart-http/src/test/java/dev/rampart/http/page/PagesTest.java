package dev.rampart.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mustachejava.MustacheException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PagesTest {

    private static final Frame ACME = new Frame(Locale.ENGLISH, "Acme");

    private final Assets assets = new Assets();
    private final Pages pages = new Pages(assets);

    static Stream<Map.Entry<String, View>> views() {
        return SampleViews.all().entrySet().stream();
    }

    @Test
    void hasASampleOfEveryView() {
        Set<Class<?>> sampled =
                views().map(sample -> sample.getValue().getClass()).collect(Collectors.toSet());

        assertThat(sampled).containsExactlyInAnyOrder(View.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("views")
    void saysItsLanguageItsTitleAndOneHeading(Map.Entry<String, View> sample) {
        Markup page = Markup.of(pages.html(sample.getValue()));

        assertThat(page.html()).startsWith("<!doctype html>").contains("<html lang=\"en\" dir=\"ltr\">");
        assertThat(page.tags("title")).hasSize(1);
        assertThat(page.tags("h1")).hasSize(1);
        assertThat(page.tags("main")).hasSize(1);
        assertThat(page.html())
                .containsPattern("<title>[^<]{3,} · [^<]+</title>")
                .containsPattern("<h1>[^<]{3,}</h1>");
    }

    @ParameterizedTest
    @MethodSource("views")
    void hasNothingThatTheContentSecurityPolicyForbids(Map.Entry<String, View> sample) {
        Markup page = Markup.of(pages.html(sample.getValue()));

        assertThat(page.tags("style")).isEmpty();
        assertThat(page.tags("base")).isEmpty();
        assertThat(page.tags("script")).allMatch(tag -> tag.attribute("src").startsWith(Assets.PATH));
        assertThat(page.html()).doesNotContainPattern("<script[^>]*>[^<]");
        assertThat(page.tags())
                .allSatisfy(tag -> assertThat(tag.attributes().keySet())
                        .noneMatch(name -> name.equals("style") || name.startsWith("on")));
    }

    @ParameterizedTest
    @MethodSource("views")
    void refersOnlyToAssetsThatThereAre(Map.Entry<String, View> sample) {
        Markup page = Markup.of(pages.html(sample.getValue()));

        List<String> referred = Stream.concat(
                        page.tags("link").stream().map(tag -> tag.attribute("href")),
                        page.tags("script").stream().map(tag -> tag.attribute("src")))
                .toList();

        assertThat(referred).hasSizeGreaterThanOrEqualTo(2);
        assertThat(referred)
                .allSatisfy(href -> assertThat(assets.find(href.substring(Assets.PATH.length())))
                        .isPresent());
    }

    @ParameterizedTest
    @MethodSource("views")
    void labelsEveryFieldAndGivesNoIdTwice(Map.Entry<String, View> sample) {
        Markup page = Markup.of(pages.html(sample.getValue()));

        assertThat(page.ids()).doesNotHaveDuplicates();
        assertThat(page.tags())
                .filteredOn(Tag::isField)
                .allSatisfy(field ->
                        assertThat(page.isLabelled(field)).as(field.toString()).isTrue());
        assertThat(page.referredIds()).isSubsetOf(page.ids());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"><script>alert(1)</script>", "' onfocus='alert(1)", "</title><img src=x>", "{{frame}}"})
    void writesWhatStrangersChooseAsText(String hostile) {
        SampleViews.full(hostile, hostile, hostile).forEach((name, view) -> {
            Markup page = Markup.of(pages.html(view));

            assertThat(page.html()).as(name).doesNotContain(hostile.equals("{{frame}}") ? "Frame[" : hostile);
            assertThat(page.tags()).as(name).noneMatch(tag -> tag.attributes().containsKey("onfocus"));
            assertThat(page.tags("img"))
                    .as(name)
                    .allMatch(
                            image -> image.attributes().getOrDefault("src", "").startsWith("https://"));
            assertThat(page.tags("script"))
                    .as(name)
                    .allMatch(tag -> tag.attributes().containsKey("src"));
        });
    }

    @Test
    void keepsASeparatorThatEndsALineInAScriptAsItIs() {
        String html = pages.html(new SignedOutPage(new Frame(Locale.ENGLISH, "Ac\u2028me"), null, List.of()));

        assertThat(html).contains("Ac\u2028me");
    }

    @Test
    void failsOnANameThatIsNotInTheView() {
        View view = new SignedOutPage(ACME, null, List.of());

        assertThatThrownBy(() -> pages.html("broken", view))
                .isInstanceOf(MustacheException.class)
                .rootCause()
                .hasMessageContaining("absent");
        assertThatThrownBy(() -> pages.html("broken-text", view))
                .isInstanceOf(MustacheException.class)
                .rootCause()
                .hasMessageContaining("text.sign_in.continue_to");
    }

    @Test
    void marksTheFieldsAndAnnouncesTheReasonWhenCredentialsAreWrong() {
        Markup page = Markup.of(pages.html(SampleViews.named("sign-in-wrong")));

        assertThat(page.tags("p"))
                .anyMatch(tag -> tag.attribute("role").equals("alert")
                        && tag.attribute("id").equals("refusal"));
        for (String field : Arrays.asList("username", "password")) {
            Tag input = page.byId(field);
            assertThat(input.attribute("aria-invalid")).isEqualTo("true");
            assertThat(input.attribute("aria-describedby")).isEqualTo("refusal");
            assertThat(input.attribute("name")).isEqualTo(field);
        }
        assertThat(page.byId("password").attributes()).containsKey("autofocus");
        assertThat(page.byId("username").attribute("value")).isEqualTo("ada@acme.example");
    }

    @Test
    void saysTheRuleOfThePasswordBeforeAndTheMistakeBesideTheField() {
        assertThat(pages.html(SampleViews.named("setup"))).contains("At least 15 characters.");

        Markup page = Markup.of(pages.html(SampleViews.named("setup-password-too-short")));

        assertThat(page.html()).contains("Too short: use at least 15 characters.", "value=\"ada@acme.example\"");
        assertThat(page.byId("password").attribute("aria-invalid")).isEqualTo("true");
        assertThat(page.byId("password").attribute("autocomplete")).isEqualTo("new-password");
        assertThat(page.byId("password").attributes()).doesNotContainKey("value");
        assertThat(page.byId("email").attribute("autocomplete")).isEqualTo("username");
    }

    @Test
    void saysHowLongToWait() {
        assertThat(pages.html(SampleViews.named("sign-in-slow-down"))).contains("Wait 12 seconds, then try again.");
        assertThat(pages.html(SampleViews.named("error-detail"))).contains("Try again in 12 seconds.");
    }

    @Test
    void offersToCancelOnlyWhereAnApplicationAsks() {
        assertThat(pages.html(SampleViews.named("sign-in"))).contains("name=\"cancel\"", "to continue to Acme Shop");
        assertThat(pages.html(SampleViews.named("sign-in-bare"))).doesNotContain("name=\"cancel\"");
    }

    @Test
    void readsTokensWithoutTrustingThem() {
        String html = pages.html(SampleViews.named("playground-result"));

        assertThat(html)
                .contains("<dt>exp</dt><dd><code dir=\"ltr\">1764035400</code>")
                .contains("2025-11-25 01:50:00 UTC")
                .contains("When it stops being valid")
                .contains("99999999999999999");
        assertThat(pages.html(SampleViews.named("playground-result-bare"))).contains("opaque", "not JSON");
    }
}
