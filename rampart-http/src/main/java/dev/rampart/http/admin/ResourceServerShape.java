package dev.rampart.http.admin;

import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.resource.OfferedScope;
import dev.rampart.domain.resource.ResourceServer;
import dev.rampart.domain.scope.Scope;
import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.Shape;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A resource server as JSON. */
final class ResourceServerShape {

    private static final int IDENTIFIER_MAX = 500;
    private static final int NAME_MAX = 200;
    private static final int SCOPE_MAX = 128;
    private static final long LIFETIME_MIN = 10;
    private static final long LIFETIME_MAX = 86_400;

    private static final Shape SCOPE = Shape.of(
            "OfferedScope",
            Property.of("name", Kind.Text.like("[!#-\\[\\]-~]{1,128}", SCOPE_MAX, "a scope: a word without \" or \\"))
                    .asRequired(),
            Property.of("description", Kind.Text.upTo(RoleShape.DESCRIPTION_MAX)));

    static final Shape RESOURCE_SERVER = Shape.of(
            "ResourceServer",
            Property.of("id", Kind.Text.upTo(36).format("uuid")).asReadOnly(),
            Property.of(
                            "identifier",
                            Kind.Text.like(
                                            "[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?@!$&'()*+,;=%-]+",
                                            IDENTIFIER_MAX, "an absolute URI without fragment")
                                    .format("uri"))
                    .asRequired()
                    .asFixed(),
            Property.of("name", Kind.Text.between(1, NAME_MAX)).asRequired(),
            Property.of("scopes", new Kind.ListOf(new Kind.ObjectOf(SCOPE), ResourceServer.SCOPES_MAX)),
            Property.of("access_token_lifetime", new Kind.Whole(LIFETIME_MIN, LIFETIME_MAX)),
            Property.of("signing_alg", Kind.Choice.of((Object[]) SigningAlgorithm.values())),
            Property.of("roles", new Kind.Flag()),
            Property.of("created_at", new Kind.Time()).asReadOnly(),
            Property.of("updated_at", new Kind.Time()).asReadOnly());

    private ResourceServerShape() {}

    /** What becomes of one: each field that was sent, nothing if that is {@code null}, the rest as it was. */
    static ResourceServer merged(Fields sent, ResourceServer before) {
        return new ResourceServer(
                before.id(),
                sent.text("identifier").orElse(before.identifier()),
                sent.text("name").orElse(before.name()),
                sent.has("scopes") ? scopes(sent) : before.scopes(),
                sent.has("access_token_lifetime")
                        ? sent.number("access_token_lifetime").map(Duration::ofSeconds)
                        : before.accessTokenLifetime(),
                sent.has("signing_alg")
                        ? sent.text("signing_alg").map(SigningAlgorithm::valueOf)
                        : before.signingAlgorithm(),
                sent.has("roles") ? sent.flag("roles").orElse(false) : before.includesRoles(),
                before.version(),
                before.createdAt(),
                before.updatedAt());
    }

    private static List<OfferedScope> scopes(Fields sent) {
        return sent.objects("scopes").stream()
                .map(scope -> new OfferedScope(
                        new Scope(scope.text("name").orElseThrow()),
                        scope.text("description").orElse("")))
                .toList();
    }

    static Map<String, Object> shown(ResourceServer server) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", server.id().toString());
        members.put("identifier", server.identifier());
        members.put("name", server.name());
        members.put(
                "scopes",
                server.scopes().stream().map(ResourceServerShape::shown).toList());
        server.accessTokenLifetime().ifPresent(life -> members.put("access_token_lifetime", life.toSeconds()));
        server.signingAlgorithm().ifPresent(algorithm -> members.put("signing_alg", algorithm.name()));
        members.put("roles", server.includesRoles());
        members.put("created_at", server.createdAt().toString());
        members.put("updated_at", server.updatedAt().toString());
        return members;
    }

    private static Map<String, Object> shown(OfferedScope scope) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", scope.scope().value());
        members.put("description", scope.description());
        return members;
    }
}
