package dev.rampart.http.client;

import dev.rampart.domain.client.AuthMethod;
import dev.rampart.domain.client.ClientAlgorithm;
import dev.rampart.domain.client.ClientKeys;
import dev.rampart.domain.client.ClientMetadata;
import dev.rampart.domain.client.ClientMetadataEdit;
import dev.rampart.domain.client.ClientSignIn;
import dev.rampart.domain.client.ClientSubjects;
import dev.rampart.domain.client.ClientTokens;
import dev.rampart.domain.client.RequestObjectPolicy;
import dev.rampart.domain.client.SubjectType;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.shared.HttpsUri;
import dev.rampart.http.rest.Fields;
import dev.rampart.http.rest.Kind;
import dev.rampart.http.rest.Property;
import dev.rampart.http.rest.RawJson;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a client proves who it is, asks, and is answered, as members of its JSON. */
final class ProtocolShape {

    private static final int REQUEST_URIS_MAX = 20;
    private static final int ACR_VALUES_MAX = 10;
    private static final long MAX_AGE_MAX = 31_536_000;

    private static final Kind.Text REQUEST_URI = Kind.Text.like(
            HttpsUri.SHAPE + "(#[A-Za-z0-9_-]*)?", HttpsUri.MAX_LENGTH, "an https address without user name");
    private static final Kind.Text ACR =
            Kind.Text.like("[!#-\\[\\]-~]{1,128}", 128, "the name of an authentication context class, without spaces");

    private ProtocolShape() {}

    static List<Property> properties() {
        Kind algorithm = Kind.Choice.of((Object[]) SigningAlgorithm.values());
        Kind.Choice asymmetric = Kind.Choice.of(Arrays.stream(ClientAlgorithm.values())
                .filter(value -> value != ClientAlgorithm.HS256)
                .toArray());
        return List.of(
                Property.of("token_endpoint_auth_method", Kind.Choice.of((Object[]) AuthMethod.values())),
                Property.of("token_endpoint_auth_signing_alg", Kind.Choice.of((Object[]) ClientAlgorithm.values())),
                Property.of("jwks", new Kind.AnyObject(ClientKeys.JWKS_MAX)),
                Property.of("jwks_uri", Members.PAGE),
                Property.of("id_token_signed_response_alg", algorithm),
                Property.of("access_token_signed_response_alg", algorithm),
                Property.of("userinfo_signed_response_alg", algorithm),
                Property.of("subject_type", Kind.Choice.of((Object[]) SubjectType.values())),
                Property.of("sector_identifier_uri", Members.PAGE),
                Property.of("default_max_age", new Kind.Whole(0, MAX_AGE_MAX)),
                Property.of("default_acr_values", new Kind.ListOf(ACR, ACR_VALUES_MAX)),
                Property.of("request_object_signing_alg", asymmetric),
                Property.of("require_signed_request_object", new Kind.Flag()),
                Property.of("request_uris", new Kind.ListOf(REQUEST_URI, REQUEST_URIS_MAX)));
    }

    static void merge(Fields sent, ClientMetadata before, ClientMetadataEdit edit) {
        if (sent.has("token_endpoint_auth_method")) {
            edit.authMethod(sent.text("token_endpoint_auth_method")
                    .flatMap(AuthMethod::parse)
                    .orElse(AuthMethod.CLIENT_SECRET_BASIC));
        }
        edit.keys(keys(sent, before.keys()))
                .tokens(tokens(sent, before.tokens()))
                .subjects(subjects(sent, before.subjects()))
                .signIn(signIn(sent, before.signIn()))
                .requestObjects(requestObjects(sent, before.requestObjects()));
    }

    private static ClientKeys keys(Fields sent, ClientKeys before) {
        Optional<String> jwks = sent.has("jwks")
                ? sent.text("jwks").map(patch -> RawJson.merged(before.jwks().orElse("{}"), patch))
                : before.jwks();
        return new ClientKeys(
                jwks,
                Members.page(sent, "jwks_uri", before::jwksUri),
                Members.word(sent, "token_endpoint_auth_signing_alg", ClientAlgorithm::valueOf, before::algorithm));
    }

    private static ClientTokens tokens(Fields sent, ClientTokens before) {
        SigningAlgorithm idToken = sent.has("id_token_signed_response_alg")
                ? sent.text("id_token_signed_response_alg")
                        .map(SigningAlgorithm::valueOf)
                        .orElse(ClientTokens.DEFAULT.idToken())
                : before.idToken();
        return new ClientTokens(
                idToken,
                Members.word(sent, "access_token_signed_response_alg", SigningAlgorithm::valueOf, before::accessToken),
                Members.word(sent, "userinfo_signed_response_alg", SigningAlgorithm::valueOf, before::userinfo));
    }

    private static ClientSubjects subjects(Fields sent, ClientSubjects before) {
        SubjectType type = sent.has("subject_type")
                ? sent.text("subject_type").map(SubjectType::of).orElse(SubjectType.PUBLIC)
                : before.type();
        return new ClientSubjects(type, Members.page(sent, "sector_identifier_uri", before::sectorUri));
    }

    private static ClientSignIn signIn(Fields sent, ClientSignIn before) {
        Optional<Duration> maxAge =
                sent.has("default_max_age") ? sent.number("default_max_age").map(Duration::ofSeconds) : before.maxAge();
        return new ClientSignIn(
                maxAge, sent.has("default_acr_values") ? sent.texts("default_acr_values") : before.acrValues());
    }

    private static RequestObjectPolicy requestObjects(Fields sent, RequestObjectPolicy before) {
        return new RequestObjectPolicy(
                Members.word(sent, "request_object_signing_alg", ClientAlgorithm::valueOf, before::algorithm),
                Members.flag(sent, "require_signed_request_object", false, before.required()),
                sent.has("request_uris") ? Set.copyOf(sent.texts("request_uris")) : before.requestUris());
    }

    static void show(ClientMetadata metadata, Map<String, Object> members) {
        members.put("token_endpoint_auth_method", metadata.authMethod().toString());
        ClientKeys keys = metadata.keys();
        keys.algorithm().ifPresent(value -> members.put("token_endpoint_auth_signing_alg", value.name()));
        keys.jwks().ifPresent(value -> members.put("jwks", new RawJson(value)));
        keys.jwksUri().ifPresent(uri -> members.put("jwks_uri", uri.value()));
        ClientTokens tokens = metadata.tokens();
        members.put("id_token_signed_response_alg", tokens.idToken().name());
        tokens.accessToken().ifPresent(value -> members.put("access_token_signed_response_alg", value.name()));
        tokens.userinfo().ifPresent(value -> members.put("userinfo_signed_response_alg", value.name()));
        members.put("subject_type", metadata.subjects().type().toString());
        metadata.subjects().sectorUri().ifPresent(uri -> members.put("sector_identifier_uri", uri.value()));
        metadata.signIn().maxAge().ifPresent(age -> members.put("default_max_age", age.toSeconds()));
        members.put("default_acr_values", metadata.signIn().acrValues());
        RequestObjectPolicy objects = metadata.requestObjects();
        objects.algorithm().ifPresent(value -> members.put("request_object_signing_alg", value.name()));
        members.put("require_signed_request_object", objects.required());
        members.put("request_uris", objects.requestUris().stream().sorted().toList());
    }
}
