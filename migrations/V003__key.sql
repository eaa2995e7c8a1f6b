-- What an organization seals its secrets with, and what it signs tokens with.

CREATE TABLE data_key (
    org_id              uuid  NOT NULL,
    key_encryption_key  text  NOT NULL,
    sealed              bytea NOT NULL,

    CONSTRAINT data_key_pkey PRIMARY KEY (org_id),
    CONSTRAINT data_key_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id)
);

COMMENT ON TABLE  data_key IS 'One key per organization. Without it, nothing sealed for that organization can be read.';
COMMENT ON COLUMN data_key.key_encryption_key IS 'Names the key of the server''s that this one is sealed under.';
COMMENT ON COLUMN data_key.sealed IS 'AES-256-GCM. The key itself is never stored.';

ALTER TABLE data_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE data_key FORCE ROW LEVEL SECURITY;
CREATE POLICY data_key_tenant ON data_key
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON data_key TO rampart_app;

CREATE TABLE signing_key (
    org_id       uuid         NOT NULL,
    key_id       text         NOT NULL,
    algorithm    text         NOT NULL,
    state        text         NOT NULL,
    public_key   bytea        NOT NULL,
    private_key  bytea        NOT NULL,
    created_at   timestamptz  NOT NULL,

    CONSTRAINT signing_key_pkey PRIMARY KEY (org_id, key_id),
    CONSTRAINT signing_key_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id),
    CONSTRAINT signing_key_algorithm_is_known CHECK (algorithm IN ('RS256', 'ES256')),
    CONSTRAINT signing_key_state_is_known CHECK (state IN ('pending', 'active', 'retired'))
);

CREATE UNIQUE INDEX signing_key_one_active_idx ON signing_key (org_id, algorithm) WHERE state = 'active';

COMMENT ON TABLE  signing_key IS 'Signing keys (RFC 7517). All are published; the active one of an algorithm signs.';
COMMENT ON COLUMN signing_key.key_id IS 'The kid of tokens and of the key set (RFC 7517 §4.5).';
COMMENT ON COLUMN signing_key.public_key IS 'DER, X.509 SubjectPublicKeyInfo.';
COMMENT ON COLUMN signing_key.private_key IS 'PKCS #8, sealed under the organization''s data key.';

ALTER TABLE signing_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE signing_key FORCE ROW LEVEL SECURITY;
CREATE POLICY signing_key_tenant ON signing_key
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON signing_key TO rampart_app;
