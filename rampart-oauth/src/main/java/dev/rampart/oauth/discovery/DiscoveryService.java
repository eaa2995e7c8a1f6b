package dev.rampart.oauth.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.rampart.domain.client.AuthMethod;
import dev.rampart.domain.client.ClientAlgorithm;
import dev.rampart.domain.client.GrantType;
import dev.rampart.domain.client.SubjectType;
import dev.rampart.domain.grant.Prompt;
import dev.rampart.domain.key.SigningAlgorithm;
import dev.rampart.domain.organization.Tenant;
import dev.rampart.domain.session.Authentication;
import dev.rampart.oauth.Claims;
import dev.rampart.oauth.SupportedScopes;
import dev.rampart.oauth.authorize.ResponseMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The metadata of an issuer. Nothing stands here that the server does not do; what defaults to true elsewhere and is
 * not done here is said to be false.
 */
public final class DiscoveryService {

    public byte[] document(Tenant tenant) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", tenant.issuer().value());
        addEndpoints(metadata, tenant);
        metadata.put("scopes_supported", SupportedScopes.names());
        metadata.put("response_types_supported", List.of("code"));
        metadata.put("response_modes_supported", names(ResponseMode.values()));
        metadata.put("grant_types_supported", names(GrantType.values()));
        metadata.put("subject_types_supported", names(SubjectType.values()));
        metadata.put("id_token_signing_alg_values_supported", names(SigningAlgorithm.values()));
        metadata.put("userinfo_signing_alg_values_supported", names(SigningAlgorithm.values()));
        metadata.put("token_endpoint_auth_methods_supported", names(AuthMethod.values()));
        metadata.put("token_endpoint_auth_signing_alg_values_supported", names(ClientAlgorithm.values()));
        metadata.put("revocation_endpoint_auth_methods_supported", names(AuthMethod.values()));
        metadata.put("revocation_endpoint_auth_signing_alg_values_supported", names(ClientAlgorithm.values()));
        metadata.put("introspection_endpoint_auth_methods_supported", confidential());
        metadata.put("introspection_endpoint_auth_signing_alg_values_supported", names(ClientAlgorithm.values()));
        metadata.put("claim_types_supported", List.of("normal"));
        metadata.put("claims_supported", Claims.all());
        metadata.put("acr_values_supported", List.of(Authentication.SINGLE_FACTOR));
        metadata.put("prompt_values_supported", names(Prompt.values()));
        metadata.put("code_challenge_methods_supported", List.of("S256"));
        metadata.put("authorization_response_iss_parameter_supported", true);
        metadata.put("claims_parameter_supported", true);
        metadata.put("request_parameter_supported", true);
        metadata.put("request_uri_parameter_supported", true);
        metadata.put("require_request_uri_registration", true);
        metadata.put("request_object_signing_alg_values_supported", names(ClientAlgorithm.values()));
        metadata.put("frontchannel_logout_supported", true);
        metadata.put("frontchannel_logout_session_supported", true);
        metadata.put("backchannel_logout_supported", true);
        metadata.put("backchannel_logout_session_supported", true);
        return JSONObjectUtils.toJSONString(metadata).getBytes(UTF_8);
    }

    private static void addEndpoints(Map<String, Object> metadata, Tenant tenant) {
        metadata.put("authorization_endpoint", tenant.issuer().at("/oauth/authorize"));
        metadata.put("token_endpoint", tenant.issuer().at("/oauth/token"));
        metadata.put("userinfo_endpoint", tenant.issuer().at("/oauth/userinfo"));
        metadata.put("introspection_endpoint", tenant.issuer().at("/oauth/introspect"));
        metadata.put("revocation_endpoint", tenant.issuer().at("/oauth/revoke"));
        metadata.put("registration_endpoint", tenant.issuer().at("/oauth/register"));
        metadata.put("end_session_endpoint", tenant.issuer().at("/oauth/logout"));
        metadata.put("jwks_uri", tenant.issuer().at("/.well-known/jwks.json"));
    }

    /** Whoever introspects has to be somebody (RFC 7662 §2.1). */
    private static List<String> confidential() {
        return Stream.of(AuthMethod.values())
                .filter(method -> method != AuthMethod.NONE)
                .map(AuthMethod::toString)
                .toList();
    }

    private static List<String> names(Object[] values) {
        return Arrays.stream(values).map(Object::toString).toList();
    }
}
