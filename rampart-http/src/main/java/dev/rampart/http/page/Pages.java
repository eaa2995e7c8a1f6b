package dev.rampart.http.page;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheFactory;
import com.github.mustachejava.reflect.MissingWrapper;
import com.github.mustachejava.reflect.ReflectionObjectHandler;
import com.github.mustachejava.util.Wrapper;
import dev.rampart.http.SecurityHeaders;
import dev.rampart.http.exchange.PageKind;
import dev.rampart.http.exchange.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes HTML of views. The only class that knows Mustache. */
@Singleton
public final class Pages {

    private final MustacheFactory templates;
    private final Map<String, Texts> texts;
    private final Map<String, String> assets;

    @Inject
    public Pages(Assets assets) {
        DefaultMustacheFactory factory = new DefaultMustacheFactory("templates");
        factory.setObjectHandler(new EveryNameIsThere());
        this.templates = factory;
        this.texts = Texts.LANGUAGES.stream().collect(toMap(language -> language, Pages::read));
        this.assets = Map.of(
                "css", assets.href("rampart.css"),
                "mark", assets.href("mark.svg"),
                "reveal", assets.href("reveal.js"),
                "post", assets.href("post.js"),
                "copy", assets.href("copy.js"),
                "onward", assets.href("onward.js"));
    }

    /** The whole page. Throws {@link MustacheException} if its template has a name that the view does not. */
    public String html(View view) {
        return html(template(view), view);
    }

    /** The HTML of a mail, which no layout of ours surrounds. */
    String mail(MailPage page) {
        StringWriter html = new StringWriter();
        templates.compile("mail.mustache").execute(html, List.of(page));
        return html.toString();
    }

    /**
     * The page as an answer, of the kind where people sign in. It may load its organization's logo and the
     * application's, and no others.
     */
    public Response response(int status, View view) {
        Response response = Response.page(status, html(view), PageKind.SIGN_IN);
        String images = Stream.concat(Stream.ofNullable(view.frame().look().images()), Stream.ofNullable(view.images()))
                .distinct()
                .collect(joining(" "));
        return images.isEmpty() ? response : SecurityHeaders.withImages(response, images);
    }

    String html(String template, View view) {
        Texts language = Optional.ofNullable(texts.get(view.frame().language())).orElseThrow();
        Map<String, String> words = language.say(view.words());
        Layout layout = new Layout(view.frame(), assets, language.with(words), words);
        StringWriter html = new StringWriter();
        templates.compile(template + ".mustache").execute(html, List.of(layout, view.model(language)));
        return html.toString();
    }

    private static Texts read(String language) {
        return Texts.of(Locale.of(language));
    }

    private static String template(View view) {
        return switch (view) {
            case SignInPage _ -> "sign-in";
            case NewPasswordPage _ -> "new-password";
            case ConsentPage _ -> "consent";
            case SignedInPage _ -> "signed-in";
            case SignOutPage _ -> "sign-out";
            case SignedOutPage _ -> "signed-out";
            case SetupPage _ -> "setup";
            case SetupDonePage _ -> "setup-done";
            case InvitationPage _ -> "invitation";
            case InvitationDonePage _ -> "invitation-done";
            case ErrorPage _ -> "error";
            case FormPostPage _ -> "form-post";
            case HomePage _ -> "home";
            case PlaygroundPage _ -> "playground";
            case PlaygroundResultPage _ -> "playground-result";
            case PlaygroundErrorPage _ -> "playground-error";
            case MailboxPage _ -> "mailbox";
            case MailboxMailPage _ -> "mailbox-mail";
        };
    }

    /** What the frame around every page shows. */
    private record Layout(
            Frame frame, Map<String, String> asset, Map<String, Map<String, String>> text, Map<String, String> word) {}

    /** Mustache leaves out what it does not find; a page with a hole in it is worse than none. */
    private static final class EveryNameIsThere extends ReflectionObjectHandler {

        @Override
        public Wrapper find(String name, List<Object> scopes) {
            Wrapper found = super.find(name, scopes);
            if (found instanceof MissingWrapper) {
                throw new MustacheException("no such name in the view: " + name);
            }
            return found;
        }
    }
}
