-- What people allow applications for good, and tokens that outlive a sitting.

ALTER TABLE client
    ADD COLUMN client_uri text,
    ADD COLUMN logo_uri   text,
    ADD COLUMN policy_uri text,
    ADD COLUMN tos_uri    text,
    ADD COLUMN first_party boolean NOT NULL DEFAULT true;

COMMENT ON COLUMN client.first_party IS 'The organization''s own: nobody is asked whether it may.';

CREATE TABLE consent (
    org_id      uuid         NOT NULL,
    user_id     uuid         NOT NULL,
    client_id   text         NOT NULL,
    consent_id  uuid         NOT NULL,
    scopes      text[]       NOT NULL,
    resources   text[]       NOT NULL,
    created_at  timestamptz  NOT NULL,
    updated_at  timestamptz  NOT NULL,

    CONSTRAINT consent_pkey PRIMARY KEY (org_id, user_id, client_id),
    CONSTRAINT consent_id_key UNIQUE (org_id, consent_id),
    CONSTRAINT consent_user_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user (org_id, user_id),
    CONSTRAINT consent_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, client_id)
);

CREATE INDEX consent_client_id_idx ON consent (org_id, client_id);

COMMENT ON TABLE  consent IS 'What a person has allowed an application. No grant of more than that stands.';
COMMENT ON COLUMN consent.scopes IS 'All that were ever allowed, until the consent is taken back.';
COMMENT ON COLUMN consent.resources IS 'Likewise (RFC 8707).';

ALTER TABLE consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent FORCE ROW LEVEL SECURITY;
CREATE POLICY consent_tenant ON consent
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON consent TO rampart_app;

-- A flow goes on to the consent page once the person has signed in.
ALTER TABLE sign_in_flow
    ADD COLUMN asked_scopes    text[],
    ADD COLUMN asked_resources text[],
    ADD COLUMN signed_in       boolean,
    ADD COLUMN consented_at    timestamptz,
    ADD CONSTRAINT sign_in_flow_asks_somebody CHECK (asked_scopes IS NULL OR completed_at IS NOT NULL),
    ADD CONSTRAINT sign_in_flow_asks_completely CHECK (
        num_nulls(asked_scopes, asked_resources, signed_in) IN (0, 3)),
    ADD CONSTRAINT sign_in_flow_consented_when_asked CHECK (consented_at IS NULL OR asked_scopes IS NOT NULL);

COMMENT ON COLUMN sign_in_flow.asked_scopes IS 'What the person, who is signed in, is asked to allow. Null: this is a sign-in.';
COMMENT ON COLUMN sign_in_flow.asked_resources IS 'Likewise (RFC 8707).';
COMMENT ON COLUMN sign_in_flow.signed_in IS 'Whether they signed in for this very request.';
COMMENT ON COLUMN sign_in_flow.consented_at IS 'When they allowed it.';

-- Grants keep how the person signed in, and may go on without the session (OIDC Core §11, §12.2).
ALTER TABLE user_grant
    ADD COLUMN auth_time        timestamptz,
    ADD COLUMN acr              text,
    ADD COLUMN amr              text[],
    ADD COLUMN requested_claims text,
    ADD COLUMN offline          boolean NOT NULL DEFAULT false,
    ADD COLUMN epoch            bigint  NOT NULL DEFAULT 0,
    ADD COLUMN expires_at       timestamptz;

COMMENT ON COLUMN user_grant.auth_time IS 'Null: as its session has it.';
COMMENT ON COLUMN user_grant.requested_claims IS 'The claims parameter as it came (OIDC Core §5.5), JSON.';
COMMENT ON COLUMN user_grant.offline IS 'Stands without its session.';
COMMENT ON COLUMN user_grant.epoch IS 'The organization''s session_epoch when it was made.';
COMMENT ON COLUMN user_grant.expires_at IS 'When it ends even if it is in use. Null: with its session.';

ALTER TABLE organization_settings
    ADD COLUMN refresh_token_idle     integer,
    ADD COLUMN refresh_token_absolute integer,
    ADD CONSTRAINT organization_settings_refresh_bounds CHECK (
        refresh_token_idle BETWEEN 60 AND 31536000 AND refresh_token_absolute BETWEEN 300 AND 63072000);

COMMENT ON COLUMN organization_settings.refresh_token_idle IS 'Seconds that a refresh token may lie unused.';
COMMENT ON COLUMN organization_settings.refresh_token_absolute IS 'Seconds from a grant until it can be refreshed no more.';

CREATE TABLE refresh_token (
    org_id          uuid         NOT NULL,
    token_hash      bytea        NOT NULL,
    grant_id        uuid         NOT NULL,
    created_at      timestamptz  NOT NULL,
    expires_at      timestamptz  NOT NULL,
    rotated_at      timestamptz,
    successor       bytea,

    CONSTRAINT refresh_token_pkey PRIMARY KEY (org_id, token_hash),
    CONSTRAINT refresh_token_grant_fkey FOREIGN KEY (org_id, grant_id) REFERENCES user_grant (org_id, grant_id),
    CONSTRAINT refresh_token_hash_is_sha256 CHECK (octet_length(token_hash) = 32),
    CONSTRAINT refresh_token_rotated_to_another CHECK ((rotated_at IS NULL) = (successor IS NULL))
);

CREATE INDEX refresh_token_grant_id_idx ON refresh_token (org_id, grant_id);
CREATE INDEX refresh_token_expires_at_idx ON refresh_token (org_id, expires_at);

COMMENT ON TABLE  refresh_token IS 'One row per refresh token. Those that were rotated stay, so that reuse is recognised.';
COMMENT ON COLUMN refresh_token.token_hash IS 'SHA-256 of the token. The token itself is never stored.';
COMMENT ON COLUMN refresh_token.expires_at IS 'When it has lain unused for too long.';
COMMENT ON COLUMN refresh_token.rotated_at IS 'When it was used. Set once.';
COMMENT ON COLUMN refresh_token.successor IS 'The token it was used for, sealed under a key that only whoever presents this one has.';

ALTER TABLE refresh_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE refresh_token FORCE ROW LEVEL SECURITY;
CREATE POLICY refresh_token_tenant ON refresh_token
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON refresh_token TO rampart_app;

-- Access tokens that were taken back one by one (RFC 7009), until they would have expired anyway.
CREATE TABLE revoked_token (
    org_id      uuid         NOT NULL,
    jti         text         NOT NULL,
    expires_at  timestamptz  NOT NULL,

    CONSTRAINT revoked_token_pkey PRIMARY KEY (org_id, jti),
    CONSTRAINT revoked_token_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id)
);

CREATE INDEX revoked_token_expires_at_idx ON revoked_token (org_id, expires_at);

COMMENT ON TABLE  revoked_token IS 'Access tokens that are good no more, though they have not expired.';
COMMENT ON COLUMN revoked_token.jti IS 'As it stands in the token.';

ALTER TABLE revoked_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE revoked_token FORCE ROW LEVEL SECURITY;
CREATE POLICY revoked_token_tenant ON revoked_token
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON revoked_token TO rampart_app;
