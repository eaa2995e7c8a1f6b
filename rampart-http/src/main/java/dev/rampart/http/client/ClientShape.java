package dev.rampart.http.client;

import dev.rampart.domain.client.AuthMethod;
import dev.rampart.domain.client.Client;
import dev.rampart.domain.client.ClientId;
import dev.rampart.domain.client.ClientMetadata;
import dev.rampart.domain.client.ClientMetadataEdit;
import dev.rampart.domain.client.GrantType;
import dev.rampart.domain.client.ManagedClient;
import dev.rampart.domain.client.RedirectUri;
import dev.rampart.domain.scope.Scopes;
import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An application as JSON, by the names of RFC 7591 §2 and OIDC Registration §2. */
public final class ClientShape {

    private static final int NAME_MAX = 200;
    private static final int URIS_MAX = 100;
    private static final int ORIGINS_MAX = 100;
    private static final int URI_MAX = 2048;
    private static final int SCOPE_MAX = 2048;

    /**
     * RFC 9700 §2.1 and RFC 8252 §7: https; http on this machine only; a private-use scheme with a dot in it. Never a
     * wildcard, a fragment, or a user name.
     */
    private static final Kind.Text REDIRECT_URI = Kind.Text.like(
            "https://[^\\s\\p{Cntrl}/?#@\\\\*]+([/?][^\\s\\p{Cntrl}#*\\\\]*)?"
                    + "|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?([/?][^\\s\\p{Cntrl}#*\\\\]*)?"
                    + "|[a-z][a-z0-9+-]*(\\.[a-z0-9+-]+)+:[^\\s\\p{Cntrl}#*\\\\]*",
            URI_MAX,
            "an https address, an http one on this machine, or one of a scheme such as com.example.app;"
                    + " without fragment, wildcard and user name");

    private static final Kind.Text ORIGIN = Kind.Text.like(
            "https?://[a-z0-9.-]+(:[0-9]{1,5})?", URI_MAX, "an origin such as https://app.example, in lower case");

    public static final Shape CLIENT = new Shape("Client", properties());

    /** What is answered when a client is made: its secret stands in it this once. */
    public static final Shape NEW_CLIENT = new Shape(
            "NewClient",
            Stream.concat(
                            CLIENT.properties().stream(),
                            Stream.of(Property.of("client_secret", Kind.Text.upTo(128))
                                    .asReadOnly()))
                    .toList());

    private ClientShape() {}

    private static List<Property> properties() {
        return Stream.of(
                        own(),
                        ProtocolShape.properties(),
                        ProfileShape.properties(),
                        List.of(
                                Property.of("first_party", new Kind.Flag()),
                                Property.of("enabled", new Kind.Flag()),
                                Property.of("client_id_issued_at", new Kind.Whole(0, Long.MAX_VALUE))
                                        .asReadOnly()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Property> own() {
        Kind uris = new Kind.ListOf(REDIRECT_URI, URIS_MAX);
        return List.of(
                Property.of(
                                "client_id",
                                Kind.Text.like("[A-Za-z0-9._~-]{1,128}", 128, "a name of letters, digits and . _ ~ -"))
                        .asFixed(),
                Property.of("client_name", Kind.Text.between(1, NAME_MAX)).asRequired(),
                Property.of(
                        "grant_types",
                        new Kind.ListOf(Kind.Choice.of((Object[]) GrantType.values()), GrantType.values().length)),
                Property.of("redirect_uris", uris),
                Property.of("post_logout_redirect_uris", uris),
                Property.of("allowed_origins", new Kind.ListOf(ORIGIN, ORIGINS_MAX)),
                Property.of(
                        "scope",
                        Kind.Text.like(
                                "([!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*)?",
                                SCOPE_MAX,
                                "a list of scopes with one space between them")));
    }

    /** One that has nothing but what RFC 7591 §2 gives it. */
    public static Client blank(ClientId id) {
        return Client.registered(
                id, ClientMetadata.of(id.value(), AuthMethod.CLIENT_SECRET_BASIC, GrantType.AUTHORIZATION_CODE));
    }

    /** What becomes of a client: each field that was sent, its default if that is {@code null}, the rest as it was. */
    public static Client merged(Fields sent, Client before) {
        ClientMetadataEdit edit = before.metadata().edit();
        sent.text("client_name").ifPresent(edit::name);
        if (sent.has("grant_types")) {
            edit.grantTypes(grantTypes(sent));
        }
        if (sent.has("redirect_uris")) {
            edit.redirectUris(uris(sent, "redirect_uris"));
        }
        if (sent.has("post_logout_redirect_uris")) {
            edit.postLogoutRedirectUris(uris(sent, "post_logout_redirect_uris"));
        }
        if (sent.has("allowed_origins")) {
            edit.allowedOrigins(Set.copyOf(sent.texts("allowed_origins")));
        }
        if (sent.has("scope")) {
            edit.scopes(scopes(sent));
        }
        ProtocolShape.merge(sent, before.metadata(), edit);
        ProfileShape.merge(sent, before.metadata(), edit);
        edit.firstParty(
                Members.flag(sent, "first_party", true, before.metadata().firstParty()));
        return before.withMetadata(edit.done()).withEnabled(Members.flag(sent, "enabled", true, before.enabled()));
    }

    private static Set<GrantType> grantTypes(Fields sent) {
        return sent.texts("grant_types").stream()
                .flatMap(text -> GrantType.parse(text).stream())
                .collect(Collectors.toSet());
    }

    private static Set<RedirectUri> uris(Fields sent, String name) {
        return sent.texts(name).stream().map(RedirectUri::new).collect(Collectors.toSet());
    }

    private static Scopes scopes(Fields sent) {
        return sent.text("scope")
                .filter(text -> !text.isEmpty())
                .map(text -> Scopes.parse(text).orElseThrow())
                .orElse(Scopes.NONE);
    }

    public static Map<String, Object> shown(ManagedClient managed) {
        Client client = managed.client();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("client_id", client.id().value());
        members.put("client_name", client.name());
        members.put(
                "grant_types",
                client.grantTypes().stream().map(GrantType::toString).sorted().toList());
        members.put("redirect_uris", texts(client.redirectUris()));
        members.put("post_logout_redirect_uris", texts(client.postLogoutRedirectUris()));
        members.put("allowed_origins", client.allowedOrigins().stream().sorted().toList());
        members.put("scope", client.scopes().toString());
        ProtocolShape.show(client.metadata(), members);
        ProfileShape.show(client.metadata(), members);
        members.put("first_party", client.metadata().firstParty());
        members.put("enabled", client.enabled());
        members.put("client_id_issued_at", managed.createdAt().getEpochSecond());
        return members;
    }

    private static List<String> texts(Set<RedirectUri> uris) {
        return uris.stream().map(RedirectUri::value).sorted().toList();
    }
}
