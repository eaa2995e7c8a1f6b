package dev.rampart.oauth.authorize;

import static dev.rampart.oauth.authorize.AuthorizationRefusal.CHALLENGE_MALFORMED;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.CHALLENGE_METHOD_UNSUPPORTED;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.CHALLENGE_MISSING;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.CLAIMS_MALFORMED;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.GRANT_TYPE_NOT_REGISTERED;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.ID_TOKEN_HINT_INVALID;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.MAX_AGE_MALFORMED;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.PARAMETER_FAULTY;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.PROMPT_NONE_WITH_OTHERS;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.PROMPT_UNKNOWN;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.REGISTRATION_UNSUPPORTED;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.RESOURCE_UNKNOWN;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.RESPONSE_MODE_UNSUPPORTED;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.RESPONSE_TYPE_MISSING;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.RESPONSE_TYPE_UNSUPPORTED;
import static dev.rampart.oauth.authorize.AuthorizationRefusal.SCOPE_MALFORMED;

import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.GrantType;
import dev.rampart.domain.grant.PkceChallenge;
import dev.rampart.domain.grant.Prompt;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.scope.Scope;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.domain.user.UserId;
import dev.rampart.oauth.Audiences;
import dev.rampart.oauth.RequestedClaims;
import dev.rampart.oauth.SubjectIdentifiers;
import dev.rampart.oauth.Targets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads an authorization request: the checks of RFC 6749 §4.1.1, RFC 7636 §4.3 and OIDC Core §3.1.2.2, in order. */
final class AuthorizationChecks {

    /** The base64url of a SHA-256 (RFC 7636 §4.2). */
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");

    private final IdTokenHints hints;
    private final SubjectIdentifiers subjects;
    private final Audiences audiences;

    AuthorizationChecks(IdTokenHints hints, SubjectIdentifiers subjects, Audiences audiences) {
        this.hints = hints;
        this.subjects = subjects;
        this.audiences = audiences;
    }

    Read read(Tenant tenant, Client client, AuthorizationParameters parameters) {
        return unsupported(client, parameters)
                .<Read>map(Unsound::new)
                .orElseGet(() -> supported(tenant, client, parameters));
    }

    private static Optional<AuthorizationRefusal> unsupported(Client client, AuthorizationParameters parameters) {
        if (!parameters.faulty().isEmpty()) {
            return Optional.of(PARAMETER_FAULTY);
        }
        Optional<String> responseType = parameters.get("response_type");
        if (responseType.isEmpty()) {
            return Optional.of(RESPONSE_TYPE_MISSING);
        }
        if (!responseType.get().equals("code")) {
            return Optional.of(RESPONSE_TYPE_UNSUPPORTED);
        }
        if (!client.grantTypes().contains(GrantType.AUTHORIZATION_CODE)) {
            return Optional.of(GRANT_TYPE_NOT_REGISTERED);
        }
        Optional<String> mode = parameters.get("response_mode");
        if (mode.filter(name -> ResponseMode.parse(name).isEmpty()).isPresent()) {
            return Optional.of(RESPONSE_MODE_UNSUPPORTED);
        }
        return parameters.get("registration").map(registration -> REGISTRATION_UNSUPPORTED);
    }

    private Read supported(Tenant tenant, Client client, AuthorizationParameters parameters) {
        Optional<Scopes> scopes = Scopes.parse(parameters.get("scope").orElse(""));
        if (scopes.isEmpty()) {
            return new Unsound(SCOPE_MALFORMED);
        }
        Optional<AuthorizationRefusal> fault = challengeFault(parameters).or(() -> signInFault(parameters));
        if (fault.isPresent()) {
            return new Unsound(fault.get());
        }
        Optional<String> hint = parameters.get("id_token_hint");
        Optional<UserId> hinted =
                hint.flatMap(token -> hints.read(tenant, token)).map(IdTokenHint::user);
        if (hint.isPresent() && hinted.isEmpty()) {
            return new Unsound(ID_TOKEN_HINT_INVALID);
        }
        Optional<RequestedClaims> claims =
                RequestedClaims.parse(parameters.get("claims").orElse("{}"));
        Optional<String> subject = claims.flatMap(RequestedClaims::subject);
        Optional<UserId> named = subject.flatMap(text -> subjects.read(tenant.id(), client, text));
        boolean isNobody = subject.isPresent() && named.isEmpty();
        if (claims.isEmpty() || isNobody || contradict(named, hinted)) {
            return new Unsound(CLAIMS_MALFORMED);
        }
        Optional<Targets> targets = audiences.parse(tenant, parameters.all("resource"));
        if (targets.isEmpty()) {
            return new Unsound(RESOURCE_UNKNOWN);
        }
        return new Sound(new Asked(
                mayAskFor(client, scopes.get()),
                targets.get(),
                parameters.get("code_challenge").map(PkceChallenge::new),
                prompts(parameters).orElseThrow(),
                parameters.get("max_age").map(Long::parseLong).map(Duration::ofSeconds),
                hinted.or(() -> named)));
    }

    private static Optional<AuthorizationRefusal> signInFault(AuthorizationParameters parameters) {
        Optional<Set<Prompt>> prompts = prompts(parameters);
        if (prompts.isEmpty()) {
            return Optional.of(PROMPT_UNKNOWN);
        }
        if (prompts.get().contains(Prompt.NONE) && prompts.get().size() > 1) {
            return Optional.of(PROMPT_NONE_WITH_OTHERS);
        }
        return parameters
                .get("max_age")
                .filter(age -> !SECONDS.matcher(age).matches())
                .map(_ -> MAX_AGE_MALFORMED);
    }

    /** What a client may not ask for is left out (RFC 6749 §3.3, OIDC Core §11). */
    private static Scopes mayAskFor(Client client, Scopes asked) {
        Scopes registered = asked.within(client.scopes());
        return client.mayRefresh() ? registered : registered.without(Scope.OFFLINE_ACCESS);
    }

    /** Whether the person named by a claim (OIDC Core §5.5.1) is not the one of the hint. */
    private static boolean contradict(Optional<UserId> named, Optional<UserId> hinted) {
        return named.isPresent() && hinted.isPresent() && !named.equals(hinted);
    }

    /** Whether there has to be one depends on the organization, and is decided with the rest. */
    private static Optional<AuthorizationRefusal> challengeFault(AuthorizationParameters parameters) {
        Optional<String> challenge = parameters.get("code_challenge");
        Optional<String> method = parameters.get("code_challenge_method");
        if (challenge.isEmpty()) {
            return method.map(_ -> CHALLENGE_MISSING);
        }
        if (!method.orElse("plain").equals("S256")) {
            return Optional.of(CHALLENGE_METHOD_UNSUPPORTED);
        }
        return CHALLENGE.matcher(challenge.get()).matches() ? Optional.empty() : Optional.of(CHALLENGE_MALFORMED);
    }

    private static Optional<Set<Prompt>> prompts(AuthorizationParameters parameters) {
        String text = parameters.get("prompt").orElse("");
        Set<Prompt> prompts = EnumSet.noneOf(Prompt.class);
        for (String word : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            Optional<Prompt> prompt = Prompt.parse(word);
            if (prompt.isEmpty()) {
                return Optional.empty();
            }
            prompts.add(prompt.get());
        }
        return Optional.of(prompts);
    }

    /** What became of reading it. */
    sealed interface Read {}

    record Sound(Asked asked) implements Read {}

    record Unsound(AuthorizationRefusal why) implements Read {}
}
