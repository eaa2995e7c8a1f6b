-- Clients that register themselves (RFC 7591, RFC 7592).

ALTER TABLE organization_settings
    ADD COLUMN client_registration_mode text,
    ADD COLUMN client_registration_max_clients integer,
    ADD CONSTRAINT organization_settings_client_registration_is_known CHECK (
        client_registration_mode IN ('off', 'initial_access_token', 'open')),
    ADD CONSTRAINT organization_settings_client_registration_bounds CHECK (
        client_registration_max_clients BETWEEN 0 AND 1000000);

COMMENT ON COLUMN organization_settings.client_registration_mode IS 'Whose clients may register themselves. Null: nobody''s.';
COMMENT ON COLUMN organization_settings.client_registration_max_clients IS 'So many of them at a time.';

ALTER TABLE client
    ADD COLUMN registration_token_hash bytea,
    ADD CONSTRAINT client_registration_token_hash_is_sha256 CHECK (octet_length(registration_token_hash) = 32);

COMMENT ON COLUMN client.registration_token_hash IS 'SHA-256 of what it administers itself with (RFC 7592 §1.2). Null: it has not registered itself.';

CREATE INDEX client_registered_itself_idx ON client (org_id) WHERE registration_token_hash IS NOT NULL;

CREATE TABLE initial_access_token (
    org_id      uuid         NOT NULL,
    token_id    uuid         NOT NULL,
    token_hash  bytea        NOT NULL,
    description text,
    uses_left   integer      NOT NULL,
    created_at  timestamptz  NOT NULL,
    expires_at  timestamptz  NOT NULL,

    CONSTRAINT initial_access_token_pkey PRIMARY KEY (org_id, token_id),
    CONSTRAINT initial_access_token_hash_key UNIQUE (org_id, token_hash),
    CONSTRAINT initial_access_token_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id),
    CONSTRAINT initial_access_token_hash_is_sha256 CHECK (octet_length(token_hash) = 32),
    CONSTRAINT initial_access_token_uses CHECK (uses_left >= 0)
);

CREATE INDEX initial_access_token_expires_at_idx ON initial_access_token (org_id, expires_at);

COMMENT ON TABLE  initial_access_token IS 'What lets somebody register clients (RFC 7591 §1.2).';
COMMENT ON COLUMN initial_access_token.token_hash IS 'SHA-256 of the token. The token itself is never stored.';
COMMENT ON COLUMN initial_access_token.uses_left IS 'So many clients can still be registered with it.';

ALTER TABLE initial_access_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE initial_access_token FORCE ROW LEVEL SECURITY;
CREATE POLICY initial_access_token_tenant ON initial_access_token
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON initial_access_token TO rampart_app;
