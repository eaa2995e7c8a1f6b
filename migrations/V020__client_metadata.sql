-- What a client registers of its keys, its requests, its subjects and its logout (OIDC Registration §2).

ALTER TABLE client
    DROP CONSTRAINT client_auth_method_is_known,
    ADD CONSTRAINT client_auth_method_is_known CHECK (token_endpoint_auth_method IN (
        'client_secret_basic', 'client_secret_post', 'client_secret_jwt', 'private_key_jwt', 'none')),
    ADD COLUMN application_type text NOT NULL DEFAULT 'web',
    ADD COLUMN contacts text[] NOT NULL DEFAULT '{}',
    ADD COLUMN initiate_login_uri text,
    ADD COLUMN jwks text,
    ADD COLUMN jwks_uri text,
    ADD COLUMN token_endpoint_auth_signing_alg text,
    ADD COLUMN request_object_signing_alg text,
    ADD COLUMN require_signed_request_object boolean NOT NULL DEFAULT false,
    ADD COLUMN request_uris text[] NOT NULL DEFAULT '{}',
    ADD COLUMN subject_type text NOT NULL DEFAULT 'public',
    ADD COLUMN sector_identifier_uri text,
    ADD COLUMN userinfo_signed_response_alg text,
    ADD COLUMN default_acr_values text[] NOT NULL DEFAULT '{}',
    ADD COLUMN frontchannel_logout_uri text,
    ADD COLUMN frontchannel_logout_session_required boolean NOT NULL DEFAULT false,
    ADD COLUMN backchannel_logout_uri text,
    ADD COLUMN backchannel_logout_session_required boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT client_application_type_is_known CHECK (application_type IN ('web', 'native')),
    ADD CONSTRAINT client_subject_type_is_known CHECK (subject_type IN ('public', 'pairwise')),
    ADD CONSTRAINT client_keys_in_one_place CHECK (num_nonnulls(jwks, jwks_uri) <= 1),
    ADD CONSTRAINT client_signs_as_is_known CHECK (
        token_endpoint_auth_signing_alg IN ('RS256', 'PS256', 'ES256', 'HS256')
        AND request_object_signing_alg IN ('RS256', 'PS256', 'ES256', 'HS256')),
    ADD CONSTRAINT client_userinfo_algorithm_is_known CHECK (userinfo_signed_response_alg IN ('RS256', 'ES256'));

COMMENT ON COLUMN client.jwks IS 'Its public keys (RFC 7517 §5), JSON.';
COMMENT ON COLUMN client.jwks_uri IS 'Where its public keys are instead.';
COMMENT ON COLUMN client.token_endpoint_auth_signing_alg IS 'The only one that it signs assertions with. Null: any that its keys are for.';
COMMENT ON COLUMN client.request_object_signing_alg IS 'Likewise for its request objects (RFC 9101 §10.5).';
COMMENT ON COLUMN client.request_uris IS 'The only ones that are fetched (OIDC Core §6.2).';
COMMENT ON COLUMN client.sector_identifier_uri IS 'Its host stands for those of the redirect URIs (OIDC Core §8.1).';
COMMENT ON COLUMN client.userinfo_signed_response_alg IS 'Null: userinfo is plain JSON.';

-- Of client_secret_jwt alone: a digest cannot check an HMAC.
ALTER TABLE client_secret
    ADD COLUMN sealed bytea;

COMMENT ON COLUMN client_secret.sealed IS 'The secret itself, sealed, if its client signs with it (OIDC Core §9).';
