-- What the admin API needs: a rate for its tokens, versions to compare, lists to
-- page through, and a table to search people by.

ALTER TABLE request_rate DROP CONSTRAINT request_rate_bucket_is_known;
ALTER TABLE request_rate ADD CONSTRAINT request_rate_bucket_is_known
    CHECK (bucket IN ('login', 'register', 'token', 'admin'));

COMMENT ON COLUMN request_rate.network IS 'The client network; for the bucket admin the SHA-256 of the token, in hex.';

ALTER TABLE organization ADD COLUMN updated_at timestamptz;

COMMENT ON COLUMN organization.updated_at IS 'Null: never since it was made.';

-- Whoever may see all organizations says so, and may change none of them by it.
CREATE POLICY organization_of_a_list ON organization FOR SELECT
    USING (current_setting('rampart.organizations', true) = 'all');

CREATE TABLE user_token (
    org_id   uuid  NOT NULL,
    token    text  COLLATE "C" NOT NULL,
    user_id  uuid  NOT NULL,

    CONSTRAINT user_token_pkey PRIMARY KEY (org_id, token, user_id),
    CONSTRAINT user_token_user_fkey FOREIGN KEY (org_id, user_id) REFERENCES app_user (org_id, user_id) ON DELETE CASCADE,
    CONSTRAINT user_token_length CHECK (char_length(token) BETWEEN 1 AND 254)
);

CREATE INDEX user_token_user_id_idx ON user_token (org_id, user_id);

COMMENT ON TABLE  user_token IS 'The words that a person is found by: of their names, their address, their username.';
COMMENT ON COLUMN user_token.token IS 'NFKC, lower case. Compared byte by byte, so that a prefix is a range of the index.';

ALTER TABLE user_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_token FORCE ROW LEVEL SECURITY;
CREATE POLICY user_token_tenant ON user_token
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, DELETE ON user_token TO rampart_app;

CREATE TABLE idempotency_key (
    org_id        uuid         NOT NULL,
    key_hash      bytea        NOT NULL,
    request_hash  bytea        NOT NULL,
    answer        bytea,
    created_at    timestamptz  NOT NULL,

    CONSTRAINT idempotency_key_pkey PRIMARY KEY (org_id, key_hash),
    CONSTRAINT idempotency_key_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id),
    CONSTRAINT idempotency_key_hashes_are_sha256
        CHECK (octet_length(key_hash) = 32 AND octet_length(request_hash) = 32)
);

CREATE INDEX idempotency_key_created_at_idx ON idempotency_key (org_id, created_at);

COMMENT ON TABLE  idempotency_key IS 'Writes that a client may repeat, for 24 hours.';
COMMENT ON COLUMN idempotency_key.key_hash IS 'SHA-256 of the caller and the Idempotency-Key.';
COMMENT ON COLUMN idempotency_key.request_hash IS 'SHA-256 of method, path and body: the same key for another request is refused.';
COMMENT ON COLUMN idempotency_key.answer IS 'Sealed, for there may be a secret in it. Null while the first request is under way.';

ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY;
CREATE POLICY idempotency_key_tenant ON idempotency_key
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO rampart_app;

CREATE INDEX audit_event_actor_idx ON audit_event (org_id, actor_id, id);
CREATE INDEX audit_event_target_idx ON audit_event (org_id, target_id, id);
CREATE INDEX audit_event_type_idx ON audit_event (org_id, type, id);
CREATE INDEX audit_event_request_idx ON audit_event (org_id, request_id, id);
