-- Applications, by the names of RFC 7591 §2 and OIDC Registration §2.

CREATE TABLE client (
    org_id                           uuid         NOT NULL,
    client_id                        text         NOT NULL,
    client_name                      text         NOT NULL,
    token_endpoint_auth_method       text         NOT NULL,
    grant_types                      text[]       NOT NULL,
    redirect_uris                    text[]       NOT NULL,
    post_logout_redirect_uris        text[]       NOT NULL,
    scope                            text         NOT NULL,
    id_token_signed_response_alg     text         NOT NULL,
    access_token_signed_response_alg text         NOT NULL,
    default_max_age                  integer,
    enabled                          boolean      NOT NULL,
    version                          bigint       NOT NULL,
    created_at                       timestamptz  NOT NULL,

    CONSTRAINT client_pkey PRIMARY KEY (org_id, client_id),
    CONSTRAINT client_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id),
    CONSTRAINT client_id_length CHECK (char_length(client_id) BETWEEN 1 AND 128),
    CONSTRAINT client_auth_method_is_known CHECK (
        token_endpoint_auth_method IN ('client_secret_basic', 'client_secret_post', 'none')),
    CONSTRAINT client_algorithms_are_known CHECK (
        id_token_signed_response_alg IN ('RS256', 'ES256') AND access_token_signed_response_alg IN ('RS256', 'ES256'))
);

COMMENT ON TABLE  client IS 'An OAuth client of one organization (RFC 6749 §2).';
COMMENT ON COLUMN client.redirect_uris IS 'Compared character by character (RFC 9700 §4.1.3).';
COMMENT ON COLUMN client.scope IS 'What it may ask for, space-delimited (RFC 7591 §2).';
COMMENT ON COLUMN client.default_max_age IS 'Seconds (OIDC Registration §2). Null: a session may be as old as it is.';
COMMENT ON COLUMN client.version IS 'Counts changes, so that a cached copy can be told to be old.';

ALTER TABLE client ENABLE ROW LEVEL SECURITY;
ALTER TABLE client FORCE ROW LEVEL SECURITY;
CREATE POLICY client_tenant ON client
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON client TO rampart_app;

CREATE TABLE client_secret (
    org_id       uuid         NOT NULL,
    client_id    text         NOT NULL,
    secret_hash  bytea        NOT NULL,
    created_at   timestamptz  NOT NULL,

    CONSTRAINT client_secret_pkey PRIMARY KEY (org_id, client_id, secret_hash),
    CONSTRAINT client_secret_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, client_id),
    CONSTRAINT client_secret_hash_is_sha256 CHECK (octet_length(secret_hash) = 32)
);

COMMENT ON TABLE  client_secret IS 'The secrets of a confidential client, of which there may be two while one is replaced.';
COMMENT ON COLUMN client_secret.secret_hash IS 'SHA-256. The secret is random, so that it needs no slow hash.';

ALTER TABLE client_secret ENABLE ROW LEVEL SECURITY;
ALTER TABLE client_secret FORCE ROW LEVEL SECURITY;
CREATE POLICY client_secret_tenant ON client_secret
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON client_secret TO rampart_app;

CREATE TABLE client_origin (
    org_id      uuid     NOT NULL,
    origin      text     NOT NULL,
    client_id   text     NOT NULL,
    registered  boolean  NOT NULL,

    CONSTRAINT client_origin_pkey PRIMARY KEY (org_id, origin, client_id),
    CONSTRAINT client_origin_client_fkey FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, client_id)
);

COMMENT ON TABLE  client_origin IS 'Web origins (RFC 6454 §6.2) from which a browser may call on behalf of a client.';
COMMENT ON COLUMN client_origin.registered IS 'False: it follows from a redirect URI of a public client.';

ALTER TABLE client_origin ENABLE ROW LEVEL SECURITY;
ALTER TABLE client_origin FORCE ROW LEVEL SECURITY;
CREATE POLICY client_origin_tenant ON client_origin
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON client_origin TO rampart_app;

CREATE TABLE role_assignment (
    org_id       uuid  NOT NULL,
    holder_kind  text  NOT NULL,
    holder_id    text  NOT NULL,
    role         text  NOT NULL,

    CONSTRAINT role_assignment_pkey PRIMARY KEY (org_id, holder_kind, holder_id, role),
    CONSTRAINT role_assignment_org_fkey FOREIGN KEY (org_id) REFERENCES organization (org_id),
    CONSTRAINT role_assignment_holder_kind_is_known CHECK (holder_kind IN ('user', 'client')),
    CONSTRAINT role_assignment_role_is_built_in CHECK (
        role IN ('owner', 'admin', 'auditor', 'helpdesk', 'instance-admin'))
);

COMMENT ON TABLE  role_assignment IS 'Which built-in roles a person or a service account holds.';
COMMENT ON COLUMN role_assignment.holder_id IS 'A user_id or a client_id.';

ALTER TABLE role_assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE role_assignment FORCE ROW LEVEL SECURITY;
CREATE POLICY role_assignment_tenant ON role_assignment
    USING (org_id = nullif(current_setting('rampart.org_id', true), '')::uuid);

GRANT SELECT, INSERT, DELETE ON role_assignment TO rampart_app;
