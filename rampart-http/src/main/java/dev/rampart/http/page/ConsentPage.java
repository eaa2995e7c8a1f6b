package dev.rampart.http.page;

import dev.rampart.domain.consent.Consents.Question;
import dev.rampart.domain.scope.Scope;
import dev.rampart.domain.scope.Scopes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a person says whether an application may have what it asks for (OIDC Core §3.1.2.4).
 *
 * <p>Sends {@code consent} with {@code allow} or {@code deny}, and {@code csrf}.
 */
public record ConsentPage(Frame frame, PostForm form, String person, Application application, Asks asks)
        implements View {

    /**
     * What it asks for that it has not been allowed yet; all of it, if there is nothing new.
     *
     * @param others scopes that only the application and its resources know the meaning of
     * @param more whether this comes on top of what was allowed before
     */
    public record Asks(
            boolean profile,
            boolean email,
            boolean address,
            boolean phone,
            boolean offline,
            List<String> others,
            boolean more) {

        private static final Set<Scope> KNOWN =
                Set.of(Scope.OPENID, Scope.PROFILE, Scope.EMAIL, Scope.ADDRESS, Scope.PHONE, Scope.OFFLINE_ACCESS);

        public Asks {
            others = List.copyOf(others);
        }

        static Asks of(Scopes asked, Scopes before) {
            List<Scope> fresh = asked.values().stream()
                    .filter(scope -> !before.contains(scope))
                    .toList();
            List<Scope> shown = fresh.isEmpty() ? List.copyOf(asked.values()) : fresh;
            return new Asks(
                    shown.contains(Scope.PROFILE),
                    shown.contains(Scope.EMAIL),
                    shown.contains(Scope.ADDRESS),
                    shown.contains(Scope.PHONE),
                    shown.contains(Scope.OFFLINE_ACCESS),
                    shown.stream()
                            .filter(scope -> !KNOWN.contains(scope))
                            .map(Scope::value)
                            .toList(),
                    !fresh.isEmpty() && !before.values().isEmpty());
        }
    }

    public static ConsentPage of(Frame frame, PostForm form, Question question) {
        return new ConsentPage(
                frame,
                form,
                question.session().userName(),
                Application.of(question.clientName(), question.display()),
                Asks.of(question.asked().scopes(), question.before().scopes()));
    }

    /** What {@code img-src} has to allow. */
    @Override
    public @Nullable String images() {
        return application.images();
    }

    @Override
    public Map<String, Word> words() {
        return Map.of(
                "organization",
                new Word.Plain(frame.organization()),
                "application",
                new Word.Plain(application.name()),
                "person",
                new Word.Plain(person));
    }
}
