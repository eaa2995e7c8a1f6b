-- The link by which the first administrator is made, where no variables name one.

CREATE TABLE setup_link (
    org_id      uuid         NOT NULL,
    link_hash   bytea        NOT NULL,
    created_at  timestamptz  NOT NULL,
    expires_at  timestamptz  NOT NULL,
    used_at     timestamptz,

    CONSTRAINT setup_link_pkey PRIMARY KEY (org_id, link_hash),
    CONSTRAINT setup_link_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id),
    CONSTRAINT setup_link_hash_is_sha256 CHECK (octet_length(link_hash) = 32)
);

CREATE UNIQUE INDEX setup_link_one_is_open_idx ON setup_link (org_id) WHERE used_at IS NULL;

COMMENT ON TABLE  setup_link IS 'Links that make the first administrator. At most one of an organization is open: two could make two.';
COMMENT ON COLUMN setup_link.link_hash IS 'SHA-256 of the secret in the link. The secret itself is never stored.';
COMMENT ON COLUMN setup_link.used_at IS 'Null until used. Set once, with the administrator.';

ALTER TABLE setup_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE setup_link FORCE ROW LEVEL SECURITY;
CREATE POLICY setup_link_tenant ON setup_link
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON setup_link TO rampart_app;
