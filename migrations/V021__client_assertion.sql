-- Assertions that clients have proved themselves with (RFC 7523 §3), so that none is accepted twice.

CREATE TABLE client_assertion (
    org_id      uuid         NOT NULL,
    client_id   text         NOT NULL,
    jti_hash    bytea        NOT NULL,
    expires_at  timestamptz  NOT NULL,

    CONSTRAINT client_assertion_pkey PRIMARY KEY (org_id, client_id, jti_hash),
    CONSTRAINT client_assertion_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id),
    CONSTRAINT client_assertion_hash_is_sha256 CHECK (octet_length(jti_hash) = 32)
);

CREATE INDEX client_assertion_expires_idx ON client_assertion (org_id, expires_at);

COMMENT ON TABLE  client_assertion IS 'Used assertions. A row outlives its client, who may be gone: it matters until the assertion expires, and to nobody after that.';
COMMENT ON COLUMN client_assertion.jti_hash IS 'SHA-256 of the jti (RFC 7519 §4.1.7).';
COMMENT ON COLUMN client_assertion.expires_at IS 'When the assertion is refused anyway.';

ALTER TABLE client_assertion ENABLE ROW LEVEL SECURITY;
ALTER TABLE client_assertion FORCE ROW LEVEL SECURITY;
CREATE POLICY client_assertion_tenant ON client_assertion
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON client_assertion TO rampart_app;
