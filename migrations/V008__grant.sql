-- What a person allowed an application, and the codes that stand for it.

CREATE TABLE user_grant (
    org_id      uuid         NOT NULL,
    grant_id    uuid         NOT NULL,
    user_id     uuid         NOT NULL,
    client_id   text         NOT NULL,
    session_id  uuid         NOT NULL,
    scope       text         NOT NULL,
    resources   text[]       NOT NULL,
    created_at  timestamptz  NOT NULL,
    revoked_at  timestamptz,

    CONSTRAINT user_grant_pkey PRIMARY KEY (org_id, grant_id),
    CONSTRAINT user_grant_user_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user (org_id, user_id),
    CONSTRAINT user_grant_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, client_id),
    CONSTRAINT user_grant_session_fkey FOREIGN KEY (org_id, session_id) REFERENCES session (org_id, session_id)
);

CREATE INDEX user_grant_user_id_idx ON user_grant (org_id, user_id);
CREATE INDEX user_grant_client_id_idx ON user_grant (org_id, client_id);
CREATE INDEX user_grant_session_id_idx ON user_grant (org_id, session_id);

COMMENT ON TABLE  user_grant IS 'One row per authorization. Every token issued from it falls with it.';
COMMENT ON COLUMN user_grant.grant_id IS 'Stands in the jti of access tokens.';
COMMENT ON COLUMN user_grant.resources IS 'What its tokens are for (RFC 8707); empty: the issuer.';
COMMENT ON COLUMN user_grant.revoked_at IS 'When it was ended first. Ending it again changes nothing.';

ALTER TABLE user_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_grant FORCE ROW LEVEL SECURITY;
CREATE POLICY user_grant_tenant ON user_grant
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON user_grant TO rampart_app;

-- Authorization codes (RFC 6749 §4.1). A row outlives its redemption until it
-- expires, so that a replay is recognised and its grant revoked (§4.1.2).

CREATE TABLE authorization_code (
    org_id        uuid         NOT NULL,
    code_hash     bytea        NOT NULL,
    grant_id      uuid         NOT NULL,
    redirect_uri  text         NOT NULL,
    challenge     text         NOT NULL,
    nonce         text,
    expires_at    timestamptz  NOT NULL,
    redeemed_at   timestamptz,

    CONSTRAINT authorization_code_pkey PRIMARY KEY (org_id, code_hash),
    CONSTRAINT authorization_code_grant_fkey
        FOREIGN KEY (org_id, grant_id) REFERENCES user_grant (org_id, grant_id),
    CONSTRAINT authorization_code_hash_is_sha256 CHECK (octet_length(code_hash) = 32)
);

CREATE INDEX authorization_code_grant_id_idx ON authorization_code (org_id, grant_id);
CREATE INDEX authorization_code_expires_at_idx ON authorization_code (org_id, expires_at);

COMMENT ON TABLE  authorization_code IS 'One row per code issued; deleted some time after expires_at.';
COMMENT ON COLUMN authorization_code.code_hash IS 'SHA-256 of the code. The code itself is never stored.';
COMMENT ON COLUMN authorization_code.challenge IS 'PKCE S256 challenge, base64url (RFC 7636 §4.2).';
COMMENT ON COLUMN authorization_code.redeemed_at IS 'Null until used. Set once, by redemption.';

ALTER TABLE authorization_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE authorization_code FORCE ROW LEVEL SECURITY;
CREATE POLICY authorization_code_tenant ON authorization_code
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON authorization_code TO rampart_app;
